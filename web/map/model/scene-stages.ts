import { withClusters } from "../canvas/level-of-detail/with-clusters.ts";
import { withDifference } from "./difference/with-difference.ts";
import { withPath } from "./focus/with-path.ts";
import { withCollapsedGroups } from "./group/with-collapsed-groups.ts";
import type { SceneStep } from "./scene-stage.ts";
import { withStyle } from "./style/with-style.ts";

/** In this order. */
export const sceneStages: readonly SceneStep[] = [
  withStyle,
  withPath,
  withDifference,
  withCollapsedGroups,
  withClusters,
];
