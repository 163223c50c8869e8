import { territoryAt } from "../../../map/canvas/background/draw.ts";
import type { Drop } from "../../../map/canvas/canvas-state.ts";
import type { MapFacts } from "../../../map/model/facts.ts";
import type { Scene } from "../../../map/model/scene.ts";
import { changesOf, claimOn, toMoved } from "../../../map/model/what-if/changes.ts";

/**
 * What the address supposes to be moved once an actor marker was dropped on another one, and in words; null when that moves no
 * claim. A claim that is already supposed to be elsewhere moves on from there, or back.
 */
export function claimDrop(
  drop: Pick<Drop, "from" | "actor" | "at"> & { onto: string },
  scene: Scene,
  present: MapFacts,
  moved: readonly string[],
): { moved: string[]; label: string } | null {
  const activity = territoryAt(scene.background, drop.from);
  if (!activity || territoryAt(scene.background, drop.at) !== activity) return null;
  const boundary = present.boundaries.find((entry) => entry.activity.id === activity);
  const find = (id: string) => present.map.nodes.find((node) => node.id === id);
  const [actor, to] = [find(drop.actor), find(drop.onto)];
  if (!boundary || !actor || !to) return null;
  const scenario = changesOf({ moved: [...moved] })?.moveClaims ?? [];
  const staying = boundary.claims.filter(({ id }) => !scenario.some((move) => move.claim === id));
  const movedHere = boundary.claims.find(({ id }) =>
    scenario.some((move) => move.claim === id && move.to === actor.key),
  );
  const claim = claimOn({ claims: staying }, actor.id) ?? movedHere;
  if (!claim) return null;
  const others = moved.filter((text) => !text.startsWith(toMoved(claim.id, "")));
  const label = `Move the claim of ${claim.about.name} on ${boundary.activity.name} to ${to.label}`;
  return { moved: to.id === claim.about.id ? others : [...others, toMoved(claim.id, to.key)], label };
}
