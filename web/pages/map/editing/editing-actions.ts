import { recordPosition } from "../../../map/canvas/record-position.ts";
import type { Point } from "../../../map/model/scene.ts";
import type { MapContextValue } from "../map-context.ts";
import type { NodeAction } from "../node-action.ts";
import { addActorAt, type Subject, subjectOf } from "./gesture.ts";

/** Where the form of a record stands: where its menu was opened, else beside the record. */
const besideOf = ({ canvas, interaction }: MapContextValue, id: string | null): Point =>
  interaction.menu?.at ?? recordPosition(canvas!, id);

/** Adds an actor where the menu was opened or the pointer is; by keys in the open territory, else amid the canvas. */
export function addActor(map: MapContextValue): void {
  const { canvas, search, scene, present, interaction } = map;
  if (!canvas) return;
  const lens = search.lens ?? "network";
  const pointed = interaction.menu?.at ?? canvas.pointer;
  const at = pointed ?? recordPosition(canvas, search.selected ?? null);
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
