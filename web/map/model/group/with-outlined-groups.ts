import type { SceneStep } from "../scene.ts";
import { groupsOf } from "./groups.ts";

/**
 * Says which groups are outlined: those that are not collapsed. Not among territories, where an actor has many markers and
 * the background is taken, and not where tiles hold the groups already.
 */
export const withOutlinedGroups: SceneStep = (scene, selection, search) => {
  const { group, arrange, lens, collapsedGroups } = search;
  if (!group || lens === "boundaries" || (scene.arrangement && arrange === "tiles")) return scene;
  const groups = scene.arrangement?.groups.filter(({ name }) => name !== "") ?? groupsOf(selection, group);
  return { ...scene, outlined: groups.filter(({ name }) => !collapsedGroups?.includes(name)) };
};
