import type { MapFacts } from "../facts.ts";
import { selectionOf } from "../pipeline.ts";
import type { MapSearch } from "../search-params/map-search.ts";
import { type ChoiceFacet, type Facet, knownOf, type RangeFacet, unrecorded } from "./facet.ts";

export interface ValueCount {
  value: string;
  words: string;
  /** Number of records with the value among those that the other facets leave. */
  count: number;
  chosen: boolean;
}

/** Values of a facet with their counts; chosen values stay in the list with 0. */
export function countValues(facet: ChoiceFacet, facts: MapFacts, search: MapSearch): ValueCount[] {
  const shown = otherwise(facet, facts, search);
  const known = knownOf(facts, search);
  const counts = new Map<string, number>((search[facet.name] ?? []).map((value) => [value, 0]));
  const all = facet.of === "nodes" ? facts.map.nodes : facts.map.edges;
  const ids = facet.of === "nodes" ? shown.nodes : shown.edges;
  for (const one of all) {
    if (!ids.has(one.id)) continue;
    const values = facet.values(one, known);
    if (values === null) continue;
    for (const value of values.length > 0 ? values : facet.none ? [unrecorded] : [])
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rank = (value: string) =>
    value === unrecorded ? Number.POSITIVE_INFINITY : (facet.order?.indexOf(value) ?? 0);
  return [...counts]
    .map(([value, count]) => ({
      value,
      words: value === unrecorded ? (facet.none ?? "Not recorded") : facet.words(value),
      count,
      chosen: search[facet.name]?.includes(value) ?? false,
    }))
    .sort((a, b) => compare(rank(a.value), rank(b.value)) || b.count - a.count || a.words.localeCompare(b.words));
}

const compare = (a: number, b: number) => (a === b ? 0 : a - b);

/** Number of nodes and relations that this condition alone leaves out. */
export function countLeftOut(facet: RangeFacet, facts: MapFacts, search: MapSearch) {
  const before = otherwise(facet, facts, search);
  const now = selectionOf(facts, search);
  return { nodes: before.nodes.size - now.nodes.size, relations: before.edges.size - now.edges.size };
}

const otherwise = (facet: Facet, facts: MapFacts, search: MapSearch) =>
  selectionOf(facts, { ...search, [facet.name]: undefined });
