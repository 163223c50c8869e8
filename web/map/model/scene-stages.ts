import { regioned } from "../canvas/level-of-detail/with-clusters.ts";
import { markDifference } from "./difference/with-difference.ts";
import { pathStressed } from "./focus/with-path.ts";
import { foldedScene } from "./group/with-collapsed-groups.ts";
import type { SceneStage } from "./scene-stage.ts";
import { encode } from "./style/with-style.ts";

/** In this order. */
export const sceneStages: readonly SceneStage[] = [encode, pathStressed, markDifference, foldedScene, regioned];
