import { addTo } from "../../../shared/groups.ts";
import type { MapEdge } from "../facts.graphql.ts";
import { isDrawnRelation } from "../kinds.ts";
import type { Selection } from "../selection.ts";

/** Adjacency: relations by node. */
export type Ties = ReadonlyMap<string, readonly MapEdge[]>;

const known = new WeakMap<Selection, Ties>();

/** Graph of shown relations between actors and standards, as drawn by the Network lens. */
export function tiesOf(selection: Selection): Ties {
  const before = known.get(selection);
  if (before) return before;
  const ties = tiesBy(selection, (edge) => isDrawnRelation(edge.kind));
  known.set(selection, ties);
  return ties;
}

export function tiesBy({ facts, edges }: Selection, counts: (edge: MapEdge) => boolean): Ties {
  const ties = new Map<string, MapEdge[]>();
  for (const edge of facts.map.edges) {
    if (!edges.has(edge.id) || !counts(edge)) continue;
    for (const end of [edge.source, edge.target]) {
      addTo(ties, end, edge);
    }
  }
  return ties;
}

export const otherEnd = (edge: MapEdge, id: string): string => (edge.source === id ? edge.target : edge.source);

/** Ids within this many steps of a node, with their distance. */
export function within(ties: Ties, start: string, steps: number): Map<string, number> {
  const found = new Map([[start, 0]]);
  for (const [id, distance] of found) {
    if (distance === steps) continue;
    for (const edge of ties.get(id) ?? []) {
      const other = otherEnd(edge, id);
      if (!found.has(other)) found.set(other, distance + 1);
    }
  }
  return found;
}
