import type { SceneStep } from "../scene.ts";
import { pathsBetween } from "./paths.ts";

/** Highlights the requested paths and dims the rest. */
export const withPath: SceneStep = (scene, selection, { path }) => {
  if (path?.length !== 2) return scene;
  const { paths } = pathsBetween(selection, path[0]!, path[1]!);
  if (paths.length === 0) return scene;
  const nodes = new Set(paths.flatMap((one) => one.nodes));
  const edges = new Set(paths.flatMap((one) => one.steps.flat().map(({ id }) => id)));
  return {
    ...scene,
    nodes: scene.nodes.map((node) => ({ ...node, emphasis: nodes.has(node.record) ? "on" : "off" })),
    edges: scene.edges.map((edge) =>
      edge.kind === "THREAD" ? edge : { ...edge, emphasis: edges.has(edge.id) ? "on" : "off" },
    ),
  };
};
