import type { MapFacts } from "./facts.ts";
import type { MapSearch } from "./search-params/map-search.ts";

/** Selection: the facts that are shown, before a lens places them. */
export interface Selection {
  /**
   * In force on the date, filtered or not: scales and places are computed from all of them, so that a filter moves
   * nothing.
   */
  facts: MapFacts;
  /** Ids of the nodes that are shown, of all kinds. */
  nodes: ReadonlySet<string>;
  /** Ids of the relations that are shown. */
  edges: ReadonlySet<string>;
}

/** Step that narrows or extends the selection by the URL. Pure; each step is a file and a line in pipeline.ts. */
export type SelectionStep = (selection: Selection, search: MapSearch) => Selection;

/** The selection with only those nodes, and the relations between them. */
export function keepNodes(selection: Selection, keep: (id: string) => boolean): Selection {
  const nodes = new Set([...selection.nodes].filter(keep));
  const edges = selection.facts.map.edges.filter(
    (edge) => selection.edges.has(edge.id) && nodes.has(edge.source) && nodes.has(edge.target),
  );
  return { ...selection, nodes, edges: new Set(edges.map((edge) => edge.id)) };
}
