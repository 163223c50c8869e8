import { lensWords } from "../../../shared/words.ts";
import { edgeLooks } from "../../model/kinds.ts";
import { anchors, type Scene, type SceneEdge } from "../../model/scene.ts";
import { actorNode, shorterForms } from "../actor-node.ts";
import type { Lens, Places } from "../lens.ts";
import { arranged } from "./arranged.ts";
import { legend } from "./legend.ts";

/** More actors without any relation are a list rather than a rest: seen from afar, each is a dot that is told apart. */
const maxIsolates = 150;
const listedSize = 30;
const listedLine = 13;
const listedFrom = 0.75;
const shortLine = 11;

/** Who relates to whom: actors and standards, larger the more relations they have. The layout places them. */
const places: Places = (selection, form = "wide", search = {}) => {
  const { facts, nodes: shownNodes, edges: shownEdges } = selection;
  const { map, focal, compared } = facts;
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
  const isList = map.nodes.filter(({ id, kind }) => kind === "ACTOR" && !degree.has(id)).length > maxIsolates;
  const nodes = shown.map((node) => {
    const ties = degree.get(node.id) ?? 0;
    const isInList = isList && ties === 0;
    const size = isInList ? listedSize : 15 + Math.min(34, 4 * Math.sqrt(ties));
    return actorNode(
      { id: node.id, name: node.label, kinds: node.actorKinds ?? [] },
      {
        ...(node.kind === "STANDARD" ? { look: "STANDARD" as const } : {}),
        size,
        priority: node.id === focal?.id ? 10_000 : ties,
        confidence: node.confidence ?? 1,
        ...shorterForms(node.label, shortLine),
        ...(isInList && { namedFrom: listedFrom }),
      },
      isInList ? listedLine : undefined,
    );
  });
  const scene: Scene = { nodes, edges, background: [], stretch: { x: 1, y: 1 }, anchors };
  return arranged(scene, selection, search, form);
};

export const network: Lens = { label: lensWords.NETWORK, places, legend };
