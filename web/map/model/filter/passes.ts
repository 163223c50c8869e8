import type { MapEdge, MapNode } from "../facts.graphql.ts";
import type { MapSearch } from "../search-params/map-search.ts";
import { keepNodes, type SelectionStep } from "../selection.ts";
import { type Facet, type Known, knownOf, unrecorded } from "./facet.ts";
import { facets } from "./facets.ts";

/** Whether the URL has a condition for this facet. */
export const isSet = (facet: Facet, search: MapSearch): boolean =>
  facet.type === "choice" ? search[facet.name] !== undefined : (search[facet.name] ?? facet.open) !== facet.open;

/** Whether a record passes a facet: any of its chosen values is sufficient. */
function passes(facet: Facet, one: MapNode | MapEdge, isNode: boolean, search: MapSearch, known: Known): boolean {
  if (facet.type === "range") return facet.passes(one, search[facet.name]!, known);
  if ((facet.of === "nodes") !== isNode) return true;
  const values = facet.values(one, known);
  if (values === null) return true;
  const chosen = search[facet.name]!;
  return values.length === 0 ? chosen.includes(unrecorded) : values.some((value) => chosen.includes(value));
}

/** Applies all conditions: a record must pass every one. */
export const filtered: SelectionStep = (selection, search) => {
  const set = facets.filter((facet) => isSet(facet, search));
  if (set.length === 0) return selection;
  const known = knownOf(selection.facts, search);
  const { nodes, edges } = selection.facts.map;
  const left = new Set(
    nodes.filter((node) => set.some((facet) => !passes(facet, node, true, search, known))).map(({ id }) => id),
  );
  const removed = new Set(
    edges.filter((edge) => set.some((facet) => !passes(facet, edge, false, search, known))).map(({ id }) => id),
  );
  const kept = { ...selection, edges: new Set([...selection.edges].filter((id) => !removed.has(id))) };
  return left.size === 0 ? kept : keepNodes(kept, (id) => !left.has(id));
};

/** Facets that leave out a node by its own attributes; none when it passes all. */
export function leftOutBy(node: MapNode, search: MapSearch, known: Known): Facet[] {
  return facets.filter((facet) => isSet(facet, search) && !passes(facet, node, true, search, known));
}
