import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { edgeLooks } from "../kinds.ts";
import { chanceOf } from "../seeded-chance.ts";
import type { Group, Grouper } from "./groups.ts";

/**
 * Who has more to do with one another than with the rest (Louvain: Blondel et al. 2008), by the number of relations
 * that the network draws. Seeded, and fed in the order of ids: the same facts give the same communities. Each is named after its member with
 * the most relations.
 */
export const communities: Grouper = ({ map }) => {
  const graph = new Graph({ type: "undirected" });
  const standing = map.nodes.filter((node) => node.kind === "ACTOR" || node.kind === "STANDARD");
  const byId = new Map(standing.map((node) => [node.id, node]));
  const degree = new Map<string, number>();
  for (const id of [...byId.keys()].sort()) graph.addNode(id);
  const pairs = map.edges
    .filter((edge) => edgeLooks[edge.kind] && edge.source !== edge.target)
    .filter((edge) => byId.has(edge.source) && byId.has(edge.target))
    .map(({ source, target }) => (source < target ? ([source, target] as const) : ([target, source] as const)))
    .sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));
  for (const [a, b] of pairs) {
    for (const end of [a, b]) degree.set(end, (degree.get(end) ?? 0) + 1);
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, "weight", (weight: number) => weight + 1);
    else graph.addEdge(a, b, { weight: 1 });
  }
  const found = new Map<number, string[]>();
  for (const [id, community] of Object.entries(louvain(graph, { rng: chanceOf(20_160_117) })))
    found.set(community, [...(found.get(community) ?? []), id]);
  return [...found.values()].map((members): Group => {
    const hub = members.reduce((best, id) => ((degree.get(id) ?? 0) > (degree.get(best) ?? 0) ? id : best));
    const node = byId.get(hub)!;
    return { name: `${node.kind.toLowerCase()}:${node.key}`, label: `Around ${node.label}`, members };
  });
};
