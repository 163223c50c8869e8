import { lensWords } from "../../../shared/words.ts";
import { edgeLooks } from "../../model/kinds.ts";
import { anchors, type SceneEdge } from "../../model/scene.ts";
import { actorNode } from "../actor-node.ts";
import type { Lens, Places } from "../lens.ts";
import { legend } from "./legend.ts";

/** Network: actors and standards, sized by their number of relations. The layout places them. */
const places: Places = ({ facts: { map, focal, compared }, nodes: shownNodes, edges: shownEdges }) => {
  const shown = map.nodes.filter(
    (node) => (node.kind === "ACTOR" || node.kind === "STANDARD") && shownNodes.has(node.id),
  );
  const degree = new Map<string, number>();
  const edges: SceneEdge[] = [];
  for (const edge of map.edges) {
    if (!edgeLooks[edge.kind]) continue;
    // Counted over all facts, so that a filter changes no size.
    if (!compared?.ghostIds.has(edge.id))
      for (const end of [edge.source, edge.target]) degree.set(end, (degree.get(end) ?? 0) + 1);
    if (!shownEdges.has(edge.id)) continue;
    const { id, source, target, kind } = edge;
    edges.push({ id, source, target, kind, confidence: edge.confidence ?? 1 });
  }
  const nodes = shown.map((node) => {
    const ties = degree.get(node.id) ?? 0;
    const size = 15 + Math.min(34, 4 * Math.sqrt(ties));
    return actorNode(
      { id: node.id, name: node.label, kinds: node.actorKinds ?? [] },
      {
        ...(node.kind === "STANDARD" ? { look: "STANDARD" as const } : {}),
        size,
        priority: node.id === focal?.id ? 10_000 : ties,
        confidence: node.confidence ?? 1,
      },
    );
  });
  return { nodes, edges, background: [], stretch: { x: 1, y: 1 }, anchors };
};

export const network: Lens = { label: lensWords.NETWORK, places, legend };
