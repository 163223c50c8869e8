import type { MapEdge, MapNode } from "../facts.graphql.ts";

interface Dated {
  validFrom: string | null;
  validTo: string | null;
}

const isInForce = ({ validFrom, validTo }: Dated, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

/**
 * Part of the map of all dates that is in force on a day; relations whose ends are not in force are left out. The API
 * has already ended replaced versions. Source: docs/model.md, section 1, Time.
 */
export function inForceOn(map: { nodes: readonly MapNode[]; edges: readonly MapEdge[] }, day: string) {
  const nodes = map.nodes.filter((node) => isInForce(node, day));
  const ids = new Set(nodes.map((node) => node.id));
  const edges = map.edges.filter((edge) => isInForce(edge, day) && ids.has(edge.source) && ids.has(edge.target));
  return { nodes, edges };
}
