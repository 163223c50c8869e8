import Graph from "graphology";
import betweennessCentrality from "graphology-metrics/centrality/betweenness.js";
import type { MapEdge, MapNode } from "../facts.graphql.ts";
import { isDrawnRelation } from "../kinds.ts";

/** Ends of the relations that the Network lens draws, each pair once: what centralities are counted over. */
export interface Ties {
  nodes: readonly string[];
  pairs: readonly (readonly [string, string])[];
}

/** Up to so many nodes betweenness is counted at once; above it, off the main thread. */
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

/** With how many others a node has to do. */
export function degreesOf({ nodes, pairs }: Ties): Map<string, number> {
  const degrees = new Map(nodes.map((id) => [id, 0]));
  for (const ends of pairs) for (const end of ends) degrees.set(end, degrees.get(end)! + 1);
  return degrees;
}

/** The share of shortest paths between others that lead through a node, 0..1 (Freeman 1977, by Brandes's algorithm). */
export function betweennessOf({ nodes, pairs }: Ties): Map<string, number> {
  const graph = new Graph({ type: "undirected" });
  for (const id of nodes) graph.addNode(id);
  for (const [a, b] of pairs) graph.addEdge(a, b);
  return new Map(Object.entries(betweennessCentrality(graph)));
}
