import { placeIn } from "../../lenses/positions/background.ts";
import type { BackgroundItem, SceneEdge, SceneNode, SceneStep } from "../scene.ts";
import { statusOf } from "./sentence.ts";

/**
 * Marks a difference: added nodes with a plus, removed ones with a minus, ghosts at former positions, trails, changed
 * boundaries.
 */
export const withDifference: SceneStep = (scene, { facts }, { lens }, form) => {
  const { compared } = facts;
  if (!compared) return scene;
  const { changes, ghostIds, places, boundaryStates, isEarlier } = compared;
  const nodes = scene.nodes.map((node): SceneNode => {
    const change = changes.get(node.record);
    return change ? { ...node, change, ghost: ghostIds.has(node.record) } : node;
  });
  const edges = scene.edges.map((edge): SceneEdge => {
    const change = changes.get(edge.id);
    return change ? { ...edge, change, ghost: ghostIds.has(edge.id) } : edge;
  });
  const added: BackgroundItem[] = nodes.flatMap((node): BackgroundItem[] =>
    node.change ? [{ type: "change", node: node.id, radius: node.size / 2, change: node.change }] : [],
  );
  if (lens === "positions") {
    const place = placeIn(facts, form);
    for (const node of nodes) {
      const other = places.get(node.record);
      if (!other || other.servitization === null || other.breadth === null) continue;
      added.push({
        type: "tail",
        node: node.id,
        ...place(other.servitization, other.breadth),
        look: node.look,
        isEarlier,
      });
    }
  }
  const background = scene.background.map((item): BackgroundItem => {
    const boundaryState = item.type === "territory" ? boundaryStates.get(item.record) : undefined;
    if (item.type !== "territory" || !boundaryState) return item;
    const then = boundaryState.status === item.status ? "led by others" : statusOf(boundaryState);
    const comparedState = `${isEarlier ? "was" : "later"} ${then}`;
    return { ...item, isChanged: true, comparedState, state: `${item.state}, ${comparedState}` };
  });
  return {
    ...scene,
    nodes,
    edges,
    background: [...background, ...added],
    ...(facts.isScenario && { isScenario: true }),
  };
};
