import type { MapFacts } from "./scene.ts";
import type { MapSearch } from "./search-params/map-search.ts";

/** What of the facts is shown, before a lens gives it a place. */
export interface Picture {
  /** In force on the date, filtered or not: scales and places come from everybody, so that a filter moves nobody. */
  facts: MapFacts;
  /** Ids of the nodes that are shown, of all kinds. */
  nodes: ReadonlySet<string>;
  /** Ids of the relations that are shown. */
  edges: ReadonlySet<string>;
}

/** Takes something away from the picture, or changes it, by what the address says. Pure; a stage is a file and a line. */
export type Stage = (picture: Picture, search: MapSearch) => Picture;

/** The picture with only those nodes, and the relations between them. */
export function keepNodes(picture: Picture, keep: (id: string) => boolean): Picture {
  const nodes = new Set([...picture.nodes].filter(keep));
  const edges = picture.facts.map.edges.filter(
    (edge) => picture.edges.has(edge.id) && nodes.has(edge.source) && nodes.has(edge.target),
  );
  return { ...picture, nodes, edges: new Set(edges.map((edge) => edge.id)) };
}
