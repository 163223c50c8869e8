import type { SceneStage } from "../scene-stage.ts";
import { pathsBetween } from "./paths.ts";

/** Lets the paths that are asked for stand out, and the rest step back. */
export const pathStressed: SceneStage = (scene, picture, { path }) => {
  if (path?.length !== 2) return scene;
  const { paths } = pathsBetween(picture, path[0]!, path[1]!);
  if (paths.length === 0) return scene;
  const nodes = new Set(paths.flatMap((one) => one.nodes));
  const edges = new Set(paths.flatMap((one) => one.steps.flat().map(({ id }) => id)));
  return {
    ...scene,
    nodes: scene.nodes.map((node) => ({ ...node, stress: nodes.has(node.record) ? "on" : "off" })),
    edges: scene.edges.map((edge) =>
      edge.kind === "THREAD" ? edge : { ...edge, stress: edges.has(edge.id) ? "on" : "off" },
    ),
  };
};
