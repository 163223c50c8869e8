import { edgeLooks, standardLook } from "../kinds.ts";
import type { Lens, SceneEdge } from "../scene.ts";
import { actorNode } from "./actor-node.ts";

/** Who relates to whom: actors and standards, larger the more relations they have. */
export const network: Lens = ({ map }, visible) => {
  const shown = map.nodes.filter((node) =>
    node.kind === "ACTOR" ? node.actorKinds?.some((kind) => visible.has(kind)) : node.kind === "STANDARD",
  );
  const ids = new Set(shown.map((node) => node.id));
  const degree = new Map<string, number>();
  const edges: SceneEdge[] = [];
  for (const edge of map.edges) {
    const look = edgeLooks[edge.kind];
    if (!look || !ids.has(edge.source) || !ids.has(edge.target)) continue;
    edges.push({ id: edge.id, source: edge.source, target: edge.target, ...look, confidence: edge.confidence ?? 1 });
    for (const end of [edge.source, edge.target]) degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  const nodes = shown.map((node) => {
    const ties = degree.get(node.id) ?? 0;
    const named = { id: node.id, name: node.label, kinds: node.actorKinds ?? [] };
    const size = 16 + Math.min(30, 3.4 * Math.sqrt(ties));
    const look = node.kind === "STANDARD" ? { colour: standardLook.colour, shape: standardLook.shape } : {};
    return actorNode(named, { ...look, size, priority: ties, confidence: node.confidence ?? 1 });
  });
  return { nodes, edges, marks: [] };
};
