import type { Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";
import { mostInFull } from "./cluster.ts";
import type { Part, Parts } from "./drawn-scene.ts";

/** What is open stays so until the window holds this much more than may be opened. */
const patience = 1.25;

/** How many elements these regions are when all of them are open. */
function weightOf(parts: readonly Part[]): number {
  const ids = parts.map(({ region }) => region.id);
  return parts.reduce(
    (sum, { members, within, ties }) =>
      sum + members.length + within.length + ids.reduce((count, id) => count + (ties.get(id) ?? 0), 0),
    0,
  );
}

/**
 * The regions that are drawn in full: all with a record within the window, when together they are few enough elements;
 * none otherwise. The one nearest to the middle comes first.
 * @param view the window, in world units
 */
export function opened(
  parts: Parts,
  places: ReadonlyMap<string, Point>,
  view: Box,
  before: ReadonlySet<string>,
): string[] {
  const middle = { x: (view.x1 + view.x2) / 2, y: (view.y1 + view.y2) / 2 };
  const inView: { part: Part; distance: number }[] = [];
  for (const part of parts.regions) {
    let distance = Number.POSITIVE_INFINITY;
    for (const { id } of part.members) {
      const place = places.get(id);
      if (place && place.x >= view.x1 && place.x <= view.x2 && place.y >= view.y1 && place.y <= view.y2)
        distance = Math.min(distance, Math.hypot(place.x - middle.x, place.y - middle.y));
    }
    if (distance < Number.POSITIVE_INFINITY) inView.push({ part, distance });
  }
  const elements = weightOf(inView.map(({ part }) => part));
  const isOpen = inView.some(({ part }) => before.has(part.region.id));
  if (elements > mostInFull * (isOpen ? patience : 1)) return [];
  return inView.sort((a, b) => a.distance - b.distance).map(({ part }) => part.region.id);
}
