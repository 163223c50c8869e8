import { markDifference } from "../difference/mark-difference.ts";
import { regioned } from "../far/regions.ts";
import { pathStressed } from "../focus/path-stressed.ts";
import { foldedScene } from "../group/folded-scene.ts";
import { encode } from "../reading/encode.ts";
import type { SceneStage } from "./scene-stage.ts";

/** In this order. */
export const sceneStages: readonly SceneStage[] = [encode, pathStressed, markDifference, foldedScene, regioned];
