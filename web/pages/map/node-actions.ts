import { hangersOf } from "../../map/model/focus/focus-steps.ts";
import { isCollapsedGroup, withoutCollapsedGroup } from "../../map/model/group/collapsed-groups.ts";
import type { Point } from "../../map/model/scene.ts";
import { copyText } from "../../shared/copy-text.ts";
import { count } from "../../shared/format.ts";
import { editingActions } from "./editing/editing-actions.ts";
import { labelOf, labelsOf } from "./labels.ts";
import type { MapContextValue } from "./map-context.ts";
import type { NodeAction } from "./node-action.ts";

const one = (_: MapContextValue, ids: readonly string[]) => ids.length === 1 && !isCollapsedGroup(ids[0]!);
const without = (list: readonly string[] | undefined, ids: readonly string[]) => {
  const rest = (list ?? []).filter((id) => !ids.includes(id));
  return rest.length > 0 ? rest : undefined;
};
const withAll = (list: readonly string[] | undefined, ids: readonly string[]) => [
  ...new Set([...(list ?? []), ...ids]),
];
/** A collapsed group stands for its members. */
const members = (map: MapContextValue, ids: readonly string[]) =>
  ids.flatMap((id) =>
    isCollapsedGroup(id) ? (map.scene.nodes.find((node) => node.record === id)?.members ?? []) : [id],
  );
const existing = (ids: readonly string[], { nodes }: MapContextValue["whole"]) => {
  const known = new Set(nodes.map(({ id }) => id));
  return ids.filter((id) => isCollapsedGroup(id) || known.has(id));
};
/** The selection. A link may also name records that do not exist any more: no action applies to those. */
export const selectionOf = ({ search, whole }: MapContextValue): readonly string[] =>
  existing(search.many ?? [], whole);
/** Target of actions: the selection, else the open record, if the map draws it as a node. */
export function targetsOf(map: MapContextValue): readonly string[] {
  const selection = selectionOf(map);
  const { selected } = map.search;
  return selection.length > 0 || !selected ? selection : existing([selected], map.whole);
}
/** The nodes of the scene that stand for records. */
export const drawnOf = (map: MapContextValue, ids: readonly string[]) =>
  map.scene.nodes.filter((node) => ids.includes(node.record) && node.id === node.record && !node.members);
/** Start of a path: the one that was named, else the record open in the inspector. */
const beginOf = ({ interaction, search }: MapContextValue, id: string) =>
  [interaction.pathFrom, search.selected].find((from) => from && from !== id && !isCollapsedGroup(from));

/** In the order of the menu. A new one is an entry; menu, bar and keyboard have it. */
export const nodeActions: readonly NodeAction[] = [
  {
    name: "open",
    label: () => "Open",
    when: (_, ids) => ids.length === 1,
    run: (map, [id]) => map.select(id!),
  },
  {
    name: "expand-group",
    label: () => "Expand the group",
    when: (_, ids) => ids.length === 1 && isCollapsedGroup(ids[0]!),
    run: (map, [id]) =>
      map.dispatch(`Expand ${labelOf(map, id!)}`, {
        ...withoutCollapsedGroup(id!, map.search),
        ...(map.search.selected === id && { selected: undefined }),
      }),
  },
  ...editingActions,
  {
    name: "neighbourhood",
    label: () => "Show neighbourhood only",
    when: one,
    run: (map, [id]) => {
      map.dispatch(`Neighbourhood of ${labelOf(map, id!)}`, { neighbourhood: id, steps: undefined });
      map.announce(`Neighbourhood of ${labelOf(map, id!)}, 1 step. More steps in Focus.`);
    },
  },
  {
    name: "expand",
    label: () => "Expand neighbours",
    when: (map, ids) =>
      one(map, ids) && (map.search.collapsed?.includes(ids[0]!) || !!(map.search.only || map.search.neighbourhood)),
    run: (map, [id]) =>
      map.dispatch(`Expand ${labelOf(map, id!)}`, {
        collapsed: without(map.search.collapsed, [id!]),
        expanded:
          map.search.only || map.search.neighbourhood ? withAll(map.search.expanded, [id!]) : map.search.expanded,
      }),
  },
  {
    name: "collapse",
    label: (map, [id]) =>
      map.search.expanded?.includes(id!)
        ? "Collapse neighbours"
        : `Collapse ${count(hangersOf(map.selection, id!).length, "neighbour")} related only to it`,
    when: (map, ids) =>
      one(map, ids) && (map.search.expanded?.includes(ids[0]!) || hangersOf(map.selection, ids[0]!).length > 0),
    run: (map, [id]) =>
      map.dispatch(
        `Collapse ${labelOf(map, id!)}`,
        map.search.expanded?.includes(id!)
          ? { expanded: without(map.search.expanded, [id!]) }
          : { collapsed: withAll(map.search.collapsed, [id!]) },
      ),
  },
  {
    name: "path-from",
    label: () => "Path from here …",
    when: one,
    run: (map, [id]) => {
      map.setPathFrom(id!);
      map.announce(`Path from ${labelOf(map, id!)}: now choose the other end.`);
    },
  },
  {
    name: "path-to",
    label: (map, [id]) => `Path to here from ${labelOf(map, beginOf(map, id!)!)}`,
    when: (map, ids) => one(map, ids) && beginOf(map, ids[0]!) !== undefined,
    run: (map, [id]) => {
      const from = beginOf(map, id!)!;
      map.dispatch(`Path from ${labelOf(map, from)} to ${labelOf(map, id!)}`, { path: [from, id!], panel: "focus" });
      map.setPathFrom(null);
    },
  },
  {
    name: "path-between",
    label: () => "Paths between",
    when: (_, ids) => ids.length === 2 && !ids.some(isCollapsedGroup),
    run: (map, ids) => map.dispatch(`Paths between ${labelsOf(map, ids)}`, { path: [...ids], panel: "focus" }),
  },
  {
    name: "hide",
    label: () => "Hide",
    run: (map, ids) => {
      const all = members(map, ids);
      map.dispatch(`Hide ${labelsOf(map, ids)}`, { hide: withAll(map.search.hide, all), many: undefined });
      map.announce(`${count(all.length, "record")} hidden. Undo or show all.`);
    },
  },
  {
    name: "isolate",
    label: () => "Isolate",
    run: (map, ids) => {
      map.dispatch(`Isolate ${labelsOf(map, ids)}`, {
        only: members(map, ids),
        neighbourhood: undefined,
        many: undefined,
      });
      map.announce(`Only ${labelsOf(map, ids)} shown.`);
    },
  },
  {
    name: "collapse-into-one",
    label: () => "Collapse into one",
    when: (map, ids) => members(map, ids).length > 1 && ids.length > 1,
    run: (map, ids) => {
      const set = members(map, ids);
      // A node is in one custom group only: the newest takes it.
      const others = (map.search.bundles ?? [])
        .map((bundle) => bundle.filter((id) => !set.includes(id)))
        .filter((bundle) => bundle.length > 1);
      map.dispatch(`Collapse ${labelsOf(map, ids)}`, { bundles: [...others, set], many: undefined });
    },
  },
  {
    name: "pin",
    label: (map, ids) => (drawnOf(map, ids).every(({ id }) => map.pins.has(id)) ? "Unpin" : "Pin here"),
    when: (map, ids) => drawnOf(map, ids).length > 0 && map.canvas !== null && !map.scene.arrangement,
    run: (map, ids) => {
      const nodes = drawnOf(map, ids);
      const release = nodes.every(({ id }) => map.pins.has(id));
      const moves = nodes.flatMap(({ id }): [string, Point | null][] => {
        if (release) return [[id, null]];
        const { x, y } = map.canvas!.cy.getElementById(id).position();
        return map.pins.has(id) ? [] : [[id, { x: x / map.scene.stretch.x, y: y / map.scene.stretch.y }]];
      });
      map.pinAll(`${release ? "Unpin" : "Pin"} ${labelsOf(map, ids)}`, new Map(moves));
      map.announce(`${count(nodes.length, "node")} ${release ? "unpinned" : "pinned"}.`);
    },
  },
  {
    name: "copy",
    label: (_, ids) => (ids.length === 1 ? "Copy name" : "Copy names"),
    run: async (map, ids) => {
      const names = ids.map((id) => labelOf(map, id)).join("\n");
      map.announce(
        (await copyText(names))
          ? `${count(ids.length, "name")} copied.`
          : "Copying failed: allow this page to use the clipboard and try again.",
      );
    },
  },
  {
    name: "mark",
    label: (map, [id]) => (map.search.many?.includes(id!) ? "Remove from the selection" : "Add to the selection"),
    when: (_, ids) => ids.length === 1,
    run: (map, [id]) => map.choose([id!], "toggle"),
  },
];

export const actionsFor = (map: MapContextValue, ids: readonly string[]): NodeAction[] =>
  nodeActions.filter((action) => action.when?.(map, ids) ?? true);

/** Removes everything that was hidden, isolated or focused. */
const showAll = { hide: undefined, only: undefined, neighbourhood: undefined, steps: undefined } as const;
export const showAllAgain = { ...showAll, expanded: undefined, collapsed: undefined, path: undefined } as const;
