import type { MapEdge, MapNode } from "../facts.graphql.ts";

interface Dated {
  validFrom: string | null;
  validTo: string | null;
}

const isInForce = ({ validFrom, validTo }: Dated, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

/**
 * The part of the map of all dates that is in force on a day; a relation whose end is not does not count. The API has
 * already ended what a later version replaces. Source: model.md section 1, Time.
 */
export function inForceOn(map: { nodes: readonly MapNode[]; edges: readonly MapEdge[] }, day: string) {
  const nodes = map.nodes.filter((node) => isInForce(node, day));
  const ids = new Set(nodes.map((node) => node.id));
  const edges = map.edges.filter((edge) => isInForce(edge, day) && ids.has(edge.source) && ids.has(edge.target));
  return { nodes, edges };
}
