import { territoryAt } from "../../../map/canvas/background/draw.ts";
import type { Drop } from "../../../map/canvas/canvas-state.ts";
import { placeAt, type Viewport } from "../../../map/canvas/viewport.ts";
import type { MapFacts } from "../../../map/model/facts.ts";
import { isCollapsedGroup } from "../../../map/model/group/collapsed-groups.ts";
import type { Point, Scene } from "../../../map/model/scene.ts";
import type { LensName } from "../../../map/model/search-params/display-search.ts";

/** A record that a gesture is about. */
export interface Subject {
  /** Node id. */
  id: string;
  key: string;
  name: string;
}

/** What a gesture on the map is to add, before its form says the rest. What is null is asked for in the form. */
type Added =
  /** place: where its node is pinned, in world units of the lens's landscape form; null where place is computed. */
  | { does: "add actor"; lens: LensName; place: Point | null; activity: Subject | null }
  | { does: "relate"; from: Subject; to: Subject | null }
  | { does: "claim"; actor: Subject; activity: Subject | null }
  | { does: "move claim"; actor: Subject; from: Subject | null; to: Subject | null };

/** at: where its form stands, in pixels of the canvas. */
export type Gesture = Added & { at: Point };

/** Whether two gestures are about the same, so that what was typed for one goes on in the other. */
export function isSameGesture(a: Gesture, b: Gesture): boolean {
  const about = (gesture: Gesture): (string | undefined)[] => {
    switch (gesture.does) {
      case "add actor":
        return [gesture.does];
      case "relate":
        return [gesture.does, gesture.from.id, gesture.to?.id];
      case "claim":
        return [gesture.does, gesture.actor.id, gesture.activity?.id];
      case "move claim":
        return [gesture.does, gesture.actor.id, gesture.from?.id, gesture.to?.id];
    }
  };
  return about(a).join(" ") === about(b).join(" ");
}

type Known = Pick<MapFacts, "map">;

/** The record of a node id, where it is of that kind; null otherwise. */
export function subjectOf({ map }: Known, id: string | null | undefined, kind: "ACTOR" | "ACTIVITY"): Subject | null {
  const node = map.nodes.find((one) => one.id === id && one.kind === kind);
  return node ? { id: node.id, key: node.key, name: node.label } : null;
}

const round = (value: number) => Math.round(value * 10) / 10;

interface Shown {
  lens: LensName;
  scene: Scene;
  present: Known;
  viewport: Viewport;
}

/** An actor to be added at a place of the canvas; in a territory with a claim to its activity. */
export function addActorAt(at: Point, { lens, scene, present, viewport }: Shown): Gesture {
  const world = placeAt(at, viewport);
  // Nodes that stand by group are placed by it, whatever is pinned.
  const isPinned = lens === "network" && !scene.arrangement;
  const { stretch } = scene;
  return {
    does: "add actor",
    lens,
    place: isPinned ? { x: round(world.x / stretch.x), y: round(world.y / stretch.y) } : null,
    activity: lens === "boundaries" ? subjectOf(present, territoryAt(scene.background, world), "ACTIVITY") : null,
    at,
  };
}

/** A claim to the activity in whose territory an actor was dropped; null where it was dropped in none. */
export function claimInTerritory(
  actor: Subject,
  at: Point,
  { scene, present, viewport }: Omit<Shown, "lens">,
): Gesture | null {
  const activity = subjectOf(present, territoryAt(scene.background, placeAt(at, viewport)), "ACTIVITY");
  return activity && { does: "claim", actor, activity, at };
}

/**
 * What it adds that an actor marker was dropped in the territory of another activity; null where it only moves.
 * @param pixel where the form stands
 */
export function droppedInTerritory(drop: Drop, scene: Scene, present: Known, pixel: Point): Gesture | null {
  const activity = subjectOf(present, territoryAt(scene.background, drop.at), "ACTIVITY");
  const actor = isCollapsedGroup(drop.actor) ? null : subjectOf(present, drop.actor, "ACTOR");
  // The marker may have been moved out of its territory before: its place says where it belongs.
  const home = scene.nodes.find(({ id }) => id === drop.node)?.place;
  const from = home ? subjectOf(present, territoryAt(scene.background, home), "ACTIVITY") : null;
  if (!activity || !actor || !from || from.id === activity.id) return null;
  return { does: "move claim", actor, from, to: activity, at: pixel };
}

/** Where a new actor will stand, in a sentence. */
export function placeSentence(
  { lens, place, activity }: Extract<Gesture, { does: "add actor" }>,
  focal: string,
): string {
  switch (lens) {
    case "network":
      return place
        ? "It will be pinned at this place."
        : "Nodes stand by group here: it will stand with the group that it belongs to.";
    case "positions":
      return "Place is computed: it will stand between manufacturer and service provider once claims about its activities exist, and below the chart until then.";
    case "rivals":
      return `Place is computed: it will stand by its overlap and common customers with ${focal} once claims about its activities exist.`;
    case "boundaries":
      return activity
        ? `It will stand in the territory ${activity.name}, which this also claims for it.`
        : "It will stand in the territories of its activities once claims exist. Add it within a territory to claim that activity too.";
  }
}
