import { middleOf } from "../model/group/with-collapsed-groups.ts";
import type { Point, Scene } from "../model/scene.ts";
import type { LensName } from "../model/search-params/display-search.ts";
import { planNetwork } from "./plan-network.ts";
import type { LayoutTask } from "./task.ts";

/** Pins of a lens by node id, in world units of the lens's landscape form. */
export type Pins = ReadonlyMap<string, Point>;

interface TargetPlaces {
  places: Map<string, Point>;
  /** Remaining layout task; null when all positions are final. */
  task: LayoutTask | null;
}

/** Target positions of the whole scene, pins included. `places` stores the network's layout. */
export function targetPlaces(scene: Scene, lens: LensName, pins: Pins, places: Map<string, Point>): TargetPlaces {
  const { stretch } = scene;
  const pinned = new Map<string, Point>();
  // Pins belong to the layout by relations.
  for (const node of scene.arrangement ? [] : scene.nodes) {
    const pin = pins.get(node.id);
    if (pin) pinned.set(node.id, { x: pin.x * stretch.x, y: pin.y * stretch.y });
  }
  for (const { id, members = [] } of scene.nodes) {
    const known = members.flatMap(
      (member) => (scene.arrangement ? undefined : pins.get(member)) ?? places.get(member) ?? [],
    );
    if (known.length > 0) places.set(id, middleOf(known));
  }
  const isPlaced = scene.nodes.length > 0 && scene.nodes.every(({ place }) => place);
  const plan = lens === "network" && !isPlaced ? planNetwork(scene, places, pinned) : null;
  const targets = scene.nodes.flatMap((node): [string, Point][] => {
    const place = pinned.get(node.id) ?? (plan ? plan.shown.get(node.id) : node.place);
    return place ? [[node.id, place]] : [];
  });
  return { places: new Map(targets), task: plan?.task ?? null };
}
