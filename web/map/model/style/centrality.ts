import Graph from "graphology";
import betweennessCentrality from "graphology-metrics/centrality/betweenness.js";
import type { MapEdge, MapNode } from "../facts.graphql.ts";
import { isDrawnRelation } from "../kinds.ts";

/** Edges of the Network lens, each pair once: the graph of all centralities. */
export interface Ties {
  nodes: readonly string[];
  pairs: readonly (readonly [string, string])[];
}

/** Up to this many nodes betweenness is computed synchronously; above it, in a worker. */
export const maxAtOnce = 500;

export function tiesOf(map: { nodes: readonly MapNode[]; edges: readonly MapEdge[] }): Ties {
  const nodes = map.nodes.filter((node) => node.kind === "ACTOR" || node.kind === "STANDARD").map((node) => node.id);
  const known = new Set(nodes);
  const pairs = new Map<string, readonly [string, string]>();
  for (const { kind, source, target } of map.edges) {
    if (!isDrawnRelation(kind) || source === target || !known.has(source) || !known.has(target)) continue;
    const pair = source < target ? ([source, target] as const) : ([target, source] as const);
    pairs.set(pair.join(" "), pair);
  }
  return { nodes, pairs: [...pairs.values()] };
}

/** Degree: the number of neighbours. */
export function degreesOf({ nodes, pairs }: Ties): Map<string, number> {
  const degrees = new Map(nodes.map((id) => [id, 0]));
  for (const ends of pairs) for (const end of ends) degrees.set(end, degrees.get(end)! + 1);
  return degrees;
}

/**
 * Betweenness: the share of shortest paths between other nodes that pass through a node, 0..1 (Freeman 1977, by
 * Brandes's algorithm).
 */
export function betweennessOf({ nodes, pairs }: Ties): Map<string, number> {
  const graph = new Graph({ type: "undirected" });
  for (const id of nodes) graph.addNode(id);
  for (const [a, b] of pairs) graph.addEdge(a, b);
  return new Map(Object.entries(betweennessCentrality(graph)));
}
