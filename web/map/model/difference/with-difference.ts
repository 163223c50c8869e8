import { placeIn } from "../../lenses/positions/lens.ts";
import type { Mark, SceneEdge, SceneNode } from "../scene.ts";
import type { SceneStage } from "../scene-stage.ts";
import { statusOf } from "./sentence.ts";

/** Shows a difference: who came with a plus, who went with a minus, ghosts where they stood, tails, re-drawn boundaries. */
export const markDifference: SceneStage = (scene, { facts }, { lens }, form) => {
  const { compared } = facts;
  if (!compared) return scene;
  const { changes, ghostIds, places, standings, isEarlier } = compared;
  const nodes = scene.nodes.map((node): SceneNode => {
    const change = changes.get(node.record);
    return change ? { ...node, change, ghost: ghostIds.has(node.record) } : node;
  });
  const edges = scene.edges.map((edge): SceneEdge => {
    const change = changes.get(edge.id);
    return change ? { ...edge, change, ghost: ghostIds.has(edge.id) } : edge;
  });
  const added: Mark[] = nodes.flatMap((node): Mark[] =>
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
  const marks = scene.marks.map((mark): Mark => {
    const standing = mark.type === "territory" ? standings.get(mark.record) : undefined;
    if (mark.type !== "territory" || !standing) return mark;
    const then = standing.status === mark.status ? "led by others" : statusOf(standing);
    return { ...mark, redrawn: true, state: `${mark.state}, ${isEarlier ? "was" : "later"} ${then}` };
  });
  return { ...scene, nodes, edges, marks: [...marks, ...added], ...(facts.isSupposed && { isSupposed: true }) };
};
