import type { NodeSingular } from "cytoscape";
import type { Point } from "../../../map/model/scene.ts";
import type { MapContextValue } from "../map-context.ts";
import type { NodeAction } from "../node-action.ts";
import { addActorAt, pixelOf, type Subject, subjectOf } from "./gesture.ts";

/** Where the form of a record stands: beside its node, its territory, or in the middle of the canvas. */
function besideOf({ canvas, scene, interaction }: MapContextValue, id: string | null): Point {
  if (interaction.menu) return interaction.menu.at;
  const { cy, viewport } = canvas!;
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  if (id === null) return middle;
  const node = cy.nodes().filter((one) => one.data("record") === id);
  const territory = scene.background.find((item) => item.type === "territory" && item.record === id);
  const at = node.nonempty()
    ? (node.first() as NodeSingular).renderedPosition()
    : territory?.type === "territory"
      ? pixelOf({ x: territory.x + territory.width / 2, y: territory.y + territory.height / 2 }, viewport)
      : middle;
  return { x: Math.min(cy.width(), Math.max(0, at.x)), y: Math.min(cy.height(), Math.max(0, at.y)) };
}

/** Adds an actor where the menu was opened or the pointer is; by keys in the open territory, else amid the canvas. */
export function addActor(map: MapContextValue): void {
  const { canvas, search, scene, present, interaction } = map;
  if (!canvas) return;
  const lens = search.lens ?? "network";
  const pointed = interaction.menu?.at ?? canvas.pointer;
  const at = pointed ?? besideOf(map, search.selected ?? null);
  const gesture = addActorAt(at, { lens, scene, present, viewport: canvas.viewport });
  const open = pointed || lens !== "boundaries" ? null : subjectOf(present, search.selected, "ACTIVITY");
  map.setGesture(open && gesture.does === "add actor" ? { ...gesture, activity: open } : gesture);
}

const actorOf = ({ isEditable, canvas, present }: MapContextValue, ids: readonly string[]): Subject | null =>
  isEditable && canvas && ids.length === 1 ? subjectOf(present, ids[0], "ACTOR") : null;

/** Actions on a record that add facts on the map. */
export const editingActions: readonly NodeAction[] = [
  {
    name: "add-actor-in",
    label: () => "Add actor here…",
    onlyInMenu: true,
    when: ({ isEditable, search, present }, ids) =>
      isEditable && search.lens === "boundaries" && ids.length === 1 && subjectOf(present, ids[0], "ACTIVITY") !== null,
    run: addActor,
  },
  {
    name: "relate",
    label: () => "Relate to…",
    when: (map, ids) => actorOf(map, ids) !== null,
    run: (map, ids) => {
      const from = actorOf(map, ids);
      if (from) map.setGesture({ does: "relate", from, to: null, at: besideOf(map, from.id) });
    },
  },
  {
    name: "claim",
    label: () => "Claim an activity…",
    when: (map, ids) => map.search.lens === "boundaries" && actorOf(map, ids) !== null,
    run: (map, ids) => {
      const actor = actorOf(map, ids);
      if (actor) map.setGesture({ does: "claim", actor, activity: null, at: besideOf(map, actor.id) });
    },
  },
  {
    name: "move-claim",
    label: () => "Move a claim…",
    when: (map, ids) => {
      const actor = map.search.lens === "boundaries" ? actorOf(map, ids) : null;
      return (
        actor !== null && map.present.boundaries.some(({ claims }) => claims.some((it) => it.about.id === actor.id))
      );
    },
    run: (map, ids) => {
      const actor = actorOf(map, ids);
      if (actor) map.setGesture({ does: "move claim", actor, from: null, to: null, at: besideOf(map, actor.id) });
    },
  },
];
