import type { MapFacts } from "../facts.ts";
import { isDrawnRelation } from "../kinds.ts";
import type { Group } from "./group.ts";
import { louvainCommunities } from "./louvain.ts";

/** Communities by the number of relations in the network. Each is named after its member with the most relations. */
export const communities = ({ map }: MapFacts): readonly Group[] => {
  const placeable = map.nodes.filter((node) => node.kind === "ACTOR" || node.kind === "STANDARD");
  const byId = new Map(placeable.map((node) => [node.id, node]));
  const ties = map.edges
    .filter((edge) => isDrawnRelation(edge.kind) && edge.source !== edge.target)
    .filter((edge) => byId.has(edge.source) && byId.has(edge.target))
    .map(({ source, target }) => [source, target] as const);
  const degree = new Map<string, number>();
  for (const id of ties.flat()) degree.set(id, (degree.get(id) ?? 0) + 1);
  return louvainCommunities(byId.keys(), ties).map((members): Group => {
    const hub = members.reduce((best, id) => ((degree.get(id) ?? 0) > (degree.get(best) ?? 0) ? id : best));
    const node = byId.get(hub)!;
    return { name: `${node.kind.toLowerCase()}:${node.key}`, label: `Around ${node.label}`, members };
  });
};
