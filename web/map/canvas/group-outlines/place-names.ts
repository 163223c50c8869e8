import RBush from "rbush";
import { widthOf } from "../../model/letter-widths.ts";
import type { Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";
import type { Outline } from "./outline.ts";

/** Height of a group's name in world units at a zoom: on the screen always the same, until one is very near. */
export const nameLetters = (zoom: number) => Math.max(9, 11.5 / zoom);

/** Box of a group's name around its centre, in world units. */
export function nameBox(label: string, { x, y }: Point, zoom: number): Box {
  const size = nameLetters(zoom);
  const half = (widthOf(label) * size) / 2 + 5;
  return { x1: x - half, y1: y - size * 0.75, x2: x + half, y2: y + size * 0.75 };
}

/** Maximum number of places along a rim that are tried. */
const maxTried = 48;

/**
 * Position of each group's name on its rim, the highest free place first; null where the whole rim is covered by nodes,
 * background texts or other names, or is outside the viewport. In world units.
 */
export function placeNames(
  outlines: readonly Outline[],
  taken: readonly Box[],
  window: Box,
  zoom: number,
): (Point | null)[] {
  const tree = new RBush<Box>();
  const isFree = (box: Box) =>
    box.x1 >= window.x1 &&
    box.x2 <= window.x2 &&
    box.y1 >= window.y1 &&
    box.y2 <= window.y2 &&
    !tree.collides(entry(box));
  tree.load(taken.map(entry));
  return outlines.map(({ ring, label }) => {
    if (label === "") return null;
    const every = Math.max(1, Math.floor(ring.length / maxTried));
    const places = ring.filter((_, i) => i % every === 0).sort((a, b) => a[1] - b[1]);
    // On the rim, or where nodes stand close to it, just above.
    const above = places.map(([x, y]) => [x, y - 0.85 * nameLetters(zoom)] as const);
    for (const [x, y] of [...places, ...above]) {
      const box = nameBox(label, { x, y }, zoom);
      if (!isFree(box)) continue;
      tree.insert(entry(box));
      return { x, y };
    }
    return null;
  });
}

const entry = (box: Box) => ({ ...box, minX: box.x1, minY: box.y1, maxX: box.x2, maxY: box.y2 });
