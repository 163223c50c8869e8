import { territoryAt } from "../../../map/backdrop/draw.ts";
import type { Drop } from "../../../map/MapCanvas.tsx";
import type { MapFacts, Scene } from "../../../map/scene.ts";
import { claimOn, toMoved } from "../../../map/what-if/changes.ts";

/** Which claim a token dropped on another one moves, as the address has it, and in words; null when it moves none. */
export function claimDrop(drop: Drop, scene: Scene, present: MapFacts): { moved: string; label: string } | null {
  const activity = territoryAt(scene.marks, drop.from);
  if (!activity || territoryAt(scene.marks, drop.at) !== activity) return null;
  const boundary = present.boundaries.find((entry) => entry.activity.id === activity);
  const claim = claimOn(boundary, drop.actor);
  const to = present.map.nodes.find((node) => node.id === drop.onto);
  if (!boundary || !claim || !to) return null;
  return {
    moved: toMoved(claim.id, to.key),
    label: `Move the claim of ${claim.about.name} on ${boundary.activity.name} to ${to.label}`,
  };
}
