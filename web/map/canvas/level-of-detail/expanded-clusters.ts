import type { Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";
import { maxInFull } from "./cluster.ts";
import type { ClusteredScene, ClusterPart } from "./drawn-scene.ts";

/**
 * Hysteresis: expanded clusters stay expanded until the viewport contains this much more than the limit for expanding.
 */
const patience = 1.25;

/** Number of elements of these clusters when all of them are expanded. */
function weightOf(parts: readonly ClusterPart[]): number {
  const ids = parts.map(({ cluster }) => cluster.id);
  return parts.reduce(
    (sum, { members, within, ties }) =>
      sum + members.length + within.length + ids.reduce((count, id) => count + (ties.get(id) ?? 0), 0),
    0,
  );
}

/**
 * Clusters that are drawn in full: all with a record inside the viewport, if together they have few enough elements;
 * otherwise none. The one nearest to the centre comes first.
 * @param viewport in world units
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
