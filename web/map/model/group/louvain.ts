import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { addTo } from "../../../shared/groups.ts";
import { seededRandom } from "../seeded-random.ts";

/**
 * Louvain communities (Blondel et al. 2008) by the number of edges. Seeded, and fed in the order of ids, so
 * deterministic. A node without edges is a community of its own.
 */
export function louvainCommunities(ids: Iterable<string>, ties: readonly (readonly [string, string])[]): string[][] {
  const names = [...ids].sort();
  const count = names.length;
  const at = new Map(names.map((id, i) => [id, i]));
  // Numeric ids: comparing thousands of names would take longer than finding the communities.
  const weights = new Map<number, number>();
  for (const [one, other] of ties) {
    const a = at.get(one);
    const b = at.get(other);
    if (a === undefined || b === undefined || a === b) continue;
    const pair = Math.min(a, b) * count + Math.max(a, b);
    weights.set(pair, (weights.get(pair) ?? 0) + 1);
  }
  const graph = new Graph({ type: "undirected" });
  for (let i = 0; i < count; i++) graph.addNode(i);
  // With our own edge keys: graphology's generated ones are slower than the edges themselves.
  for (const pair of [...weights.keys()].sort((a, b) => a - b))
    graph.addEdgeWithKey(pair, Math.floor(pair / count), pair % count, { weight: weights.get(pair) });
  const communityOf = louvain(graph, { rng: seededRandom(20_160_117) });
  const found = new Map<number, string[]>();
  names.forEach((id, i) => {
    const community = communityOf[i]!;
    addTo(found, community, id);
  });
  return [...found.values()];
}
