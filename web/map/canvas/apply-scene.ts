import type { Core, ElementDefinition } from "cytoscape";
import { planNetwork } from "../layout/plan-network.ts";
import type { LayoutTask } from "../layout/task.ts";
import type { LensName } from "../lenses/lenses.ts";
import { middleOf } from "../model/group/with-collapsed-groups.ts";
import type { Composition, Point, Scene } from "../model/scene.ts";
import { fade } from "./stylesheet.ts";

/** Where nodes of a lens were put by hand, by node id; in the world units of the lens's wide form. */
export type Pins = ReadonlyMap<string, Point>;

/** What an element does not have any more is taken from it: Cytoscape adds to what it knew. */
const nothing = {
  change: undefined,
  ghost: undefined,
  shade: undefined,
  ring: undefined,
  width: undefined,
  unknown: undefined,
  emphasis: undefined,
  voice: undefined,
  inferred: undefined,
};

/** What the elements of a canvas were last given: what has not changed since is left alone. */
const given = new WeakMap<Core, Map<string, object>>();

/**
 * Brings the canvas to the scene: what stays keeps its node, the rest comes and goes. Nothing is moved yet.
 * @param places where what is new begins, unless its record is there already
 */
export function applyScene(cy: Core, scene: Scene, places?: ReadonlyMap<string, Point>): void {
  const before = given.get(cy) ?? new Map<string, object>();
  const now = new Map<string, object>([...scene.nodes, ...scene.edges].map((element) => [element.id, element]));
  given.set(cy, now);
  cy.batch(() => {
    const removed = cy.elements().filter((element) => !now.has(element.id()));
    const homes = new Map(removed.nodes().map((node) => [node.data("record") as string, { ...node.position() }]));
    const homeOf = (record: string) => {
      const node = cy.getElementById(record);
      return node.nonempty() ? node.position() : homes.get(record);
    };
    const added: ElementDefinition[] = [];
    scene.nodes.forEach((node, i) => {
      const existing = cy.getElementById(node.id);
      if (existing.nonempty() && before.get(node.id) === node) return;
      const { place, composition, ...rest } = node;
      const data = { ...nothing, ...rest, ...sharesOf(composition), opacity: fade(node.confidence) };
      if (existing.nonempty()) {
        existing.data(data);
        return;
      }
      // An actor's other actor markers come out of its first; who is new begins where it belongs, or on a circle.
      const angle = (2 * Math.PI * i) / scene.nodes.length;
      const circle = { x: 400 * Math.cos(angle), y: 400 * Math.sin(angle) };
      const start = homeOf(node.record) ?? places?.get(node.id) ?? place ?? circle;
      // A folded group stands where its members do; of several actor markers of an actor only the first can be put elsewhere.
      const grabbable = !node.members && !composition && node.id === node.record;
      // Named when its label has its place among the others'.
      added.push({ group: "nodes", data, position: { ...start }, grabbable, classes: "unlabelled" });
    });
    for (const edge of scene.edges) {
      const existing = cy.getElementById(edge.id);
      if (existing.nonempty() && before.get(edge.id) === edge) continue;
      const data = { ...nothing, ...edge, opacity: 0.5 * fade(edge.confidence) };
      if (existing.nonempty()) existing.data(data);
      else added.push({ group: "edges", data });
    }
    removed.remove();
    cy.add(added);
  });
}

/** Of a cluster: the share of each look, in percent. */
const sharesOf = (composition: Composition | undefined): object => {
  if (!composition) return {};
  const whole = Object.values(composition).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(composition).map(([look, count]) => [`part_${look}`, (100 * count) / whole]);
  return { composition: whole, ...Object.fromEntries(parts) };
};

interface Standing {
  places: Map<string, Point>;
  /** What is still to be laid out; null when every place is final. */
  task: LayoutTask | null;
}

/** Where everything of the scene stands, pins honoured. `places` remembers the network's layout. */
export function placesOf(scene: Scene, lens: LensName, pins: Pins, places: Map<string, Point>): Standing {
  const { stretch } = scene;
  const pinned = new Map<string, Point>();
  for (const node of scene.nodes) {
    const pin = pins.get(node.id);
    if (pin) pinned.set(node.id, { x: pin.x * stretch.x, y: pin.y * stretch.y });
  }
  for (const { id, members = [] } of scene.nodes) {
    const known = members.flatMap((member) => pins.get(member) ?? places.get(member) ?? []);
    if (known.length > 0) places.set(id, middleOf(known));
  }
  const plan = lens === "network" ? planNetwork(scene, places, pinned) : null;
  const standing = scene.nodes.flatMap((node): [string, Point][] => {
    const place = pinned.get(node.id) ?? (plan ? plan.shown.get(node.id) : node.place);
    return place ? [[node.id, place]] : [];
  });
  return { places: new Map(standing), task: plan?.task ?? null };
}
