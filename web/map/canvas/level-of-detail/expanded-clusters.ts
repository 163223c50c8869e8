import type { Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";
import { maxInFull } from "./cluster.ts";
import type { ClusteredScene, ClusterPart } from "./drawn-scene.ts";

/** Hysteresis: open clusters stay open until the viewport holds this much more than may be opened. */
const patience = 1.25;

/** How many elements these clusters are when all of them are open. */
function weightOf(parts: readonly ClusterPart[]): number {
  const ids = parts.map(({ cluster }) => cluster.id);
  return parts.reduce(
    (sum, { members, within, ties }) =>
      sum + members.length + within.length + ids.reduce((count, id) => count + (ties.get(id) ?? 0), 0),
    0,
  );
}

/**
 * The clusters that are drawn in full: all with a record within the window, when together they are few enough elements;
 * none otherwise. The one nearest to the middle comes first.
 * @param viewport the window, in world units
 */
export function expandedClusters(
  parts: ClusteredScene,
  places: ReadonlyMap<string, Point>,
  viewport: Box,
  before: ReadonlySet<string>,
): string[] {
  const middle = { x: (viewport.x1 + viewport.x2) / 2, y: (viewport.y1 + viewport.y2) / 2 };
  const inView: { part: ClusterPart; distance: number }[] = [];
  for (const part of parts.clusters) {
    let distance = Number.POSITIVE_INFINITY;
    for (const { id } of part.members) {
      const place = places.get(id);
      if (place && place.x >= viewport.x1 && place.x <= viewport.x2 && place.y >= viewport.y1 && place.y <= viewport.y2)
        distance = Math.min(distance, Math.hypot(place.x - middle.x, place.y - middle.y));
    }
    if (distance < Number.POSITIVE_INFINITY) inView.push({ part, distance });
  }
  const elements = weightOf(inView.map(({ part }) => part));
  const isOpen = inView.some(({ part }) => before.has(part.cluster.id));
  if (elements > maxInFull * (isOpen ? patience : 1)) return [];
  return inView.sort((a, b) => a.distance - b.distance).map(({ part }) => part.cluster.id);
}
