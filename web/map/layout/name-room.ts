import { letterPixels } from "../canvas/viewport.ts";
import { widthOfLines } from "../model/letter-widths.ts";
import type { Point } from "../model/scene.ts";

interface Named {
  id: string;
  /** Diameter in world units. */
  size: number;
  place: Point;
  label?: string | undefined;
}

/** Room of the drawing in a window of 1440 × 900 with the legend open, in pixels. */
const room = { width: 925, height: 600 };
/** A row of nodes without relations beneath the others takes so much of it. */
const rowHeight = 54;
const inRow = 8;

/** So many nodes fill the room. */
const fillsRoom = 36;
/** Of more nodes not all can be named in that room. */
const maxNamed = 160;
const zooms = { max: 1, min: 0.4, step: 0.05 };
const maxRounds = 600;
/** Between two boxes, in pixels. */
const padding = 3;
const lineStep = 1.18;
/** Names of nodes are lighter than the letters that widths are known of. */
const nameWidth = 0.95;

interface Box extends Point {
  id: string;
  half: { width: number; height: number };
}

/**
 * Places that keep the shape of a layout and leave each node room for its name beneath it, at the zoom at which all of the
 * map fills the window; at the largest such zoom. Null for maps of which not everybody can be named.
 */
export function withNameRoom(nodes: readonly Named[], isolates = 0): Map<string, Point> | null {
  if (nodes.length > maxNamed || nodes.length < 2) return null;
  const filling = filled(nodes);
  const height = Math.max(0.5 * room.height, room.height - rowHeight * Math.ceil(isolates / inRow));
  // A few stand together rather than in the corners.
  const share = Math.min(1, Math.sqrt(nodes.length / fillsRoom));
  let best: Map<string, Point> | null = null;
  for (let zoom = zooms.max; zoom >= zooms.min - 0.01; zoom -= zooms.step) {
    const window = { width: (share * room.width) / zoom, height: (share * height) / zoom };
    const letters = letterPixels(zoom) / zoom;
    const boxes = nodes.map(({ id, size, label = "" }): Box => {
      const lines = label === "" ? 0 : label.split("\n").length;
      const width = Math.max(size, label === "" ? 0 : nameWidth * widthOfLines(label) * letters + 4 / zoom);
      const tall = size + lines * lineStep * letters;
      const { x, y } = filling.get(id)!;
      return {
        id,
        x: x * window.width,
        y: y * window.height,
        half: { width: (width + padding / zoom) / 2, height: (tall + 2 * (padding / zoom)) / 2 },
      };
    });
    const isClear = pushedApart(boxes, window);
    // The box reaches farther beneath the node than above it.
    best = new Map(
      boxes.map(({ id, x, y, half }, i) => [id, { x, y: y - half.height + padding / zoom + nodes[i]!.size / 2 }]),
    );
    if (isClear) break;
  }
  return best;
}

/** Where each stands in a window one wide and one high about its middle: half as the layout has it, half by its rank. */
function filled(nodes: readonly Named[]): Map<string, Point> {
  const along = (axis: "x" | "y") => {
    const sorted = [...nodes].sort((a, b) => a.place[axis] - b.place[axis] || (a.id < b.id ? -1 : 1));
    const [first, last] = [sorted[0]!.place[axis], sorted.at(-1)!.place[axis]];
    return new Map(
      sorted.map(({ id, place }, i) => {
        const own = last === first ? 0.5 : (place[axis] - first) / (last - first);
        return [id, 0.5 * own + 0.5 * (i / (sorted.length - 1)) - 0.5];
      }),
    );
  };
  const [xs, ys] = [along("x"), along("y")];
  return new Map(nodes.map(({ id }) => [id, { x: 0.92 * xs.get(id)!, y: 0.92 * ys.get(id)! }]));
}

/** Pushes boxes that overlap apart, each pair along the way that is shorter, within the window. Whether none overlap in the end. */
function pushedApart(boxes: readonly Box[], window: { width: number; height: number }): boolean {
  const clamp = (value: number, reach: number) => Math.max(-reach, Math.min(reach, value));
  for (let round = 0; round < maxRounds; round++) {
    let clear = true;
    for (const [i, a] of boxes.entries())
      for (let j = i + 1; j < boxes.length; j++) {
        const b = boxes[j]!;
        const across = a.half.width + b.half.width - Math.abs(a.x - b.x);
        if (across <= 0) continue;
        const down = a.half.height + b.half.height - Math.abs(a.y - b.y);
        if (down <= 0) continue;
        clear = false;
        const isAcross = across < down;
        const by = (isAcross ? across : down) / 2 + 0.5;
        // The order of two at the same place is that of the list, so that the same map gives the same places.
        const way = (isAcross ? a.x - b.x : a.y - b.y) > 0 ? 1 : -1;
        if (isAcross) {
          a.x += way * by;
          b.x -= way * by;
        } else {
          a.y += way * by;
          b.y -= way * by;
        }
      }
    if (clear) return true;
    for (const box of boxes) {
      box.x = clamp(box.x, window.width / 2 - box.half.width);
      box.y = clamp(box.y, window.height / 2 - box.half.height);
    }
  }
  return false;
}
