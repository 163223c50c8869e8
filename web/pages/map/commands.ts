import type { Command } from "../../commands/command-registry.ts";
import { lenses } from "../../map/lenses/lenses.ts";
import { noConditions } from "../../map/model/filter/conditions.ts";
import { lensNames } from "../../map/model/search-params/display-search.ts";
import { saysAny } from "../../map/model/search-params/map-search.ts";
import { count } from "../../shared/format.ts";
import { addActor } from "./editing/editing-actions.ts";
import type { MapContextValue } from "./map-context.ts";
import { actionsFor, type nodeActions, showAllAgain, targetsOf } from "./node-actions.ts";
import { togglePanel } from "./panels/open-panel.ts";
import { panels } from "./panels/panels.ts";

interface MapCommand {
  name: string;
  label: string;
  group?: string;
  keys?: string;
  /** Also in the menu of the empty map. */
  onMap?: boolean;
  when?(map: MapContextValue): boolean;
  run(map: MapContextValue): void;
}

/** Commands of the map page, by name and key. A new command is an entry: palette, keys and help list it. */
export const mapCommands: readonly MapCommand[] = [
  {
    name: "add-actor",
    label: "Add actor here…",
    group: "Editing",
    keys: "N",
    onMap: true,
    when: ({ isEditable, canvas }) => isEditable && canvas !== null,
    run: addActor,
  },
  ...lensNames.map(
    (lens, i): MapCommand => ({
      name: `lens ${lens}`,
      label: `Lens: ${lenses[lens].label}`,
      keys: String(i + 1),
      when: ({ search }) => (search.lens ?? "network") !== lens,
      run: ({ dispatch }) =>
        dispatch(`Lens: ${lenses[lens].label}`, { lens: lens === "network" ? undefined : lens }, { push: true }),
    }),
  ),
  ...panels.map(
    (panel): MapCommand => ({
      name: `panel ${panel.name}`,
      label: `Panel: ${panel.label}`,
      ...(panel.keys && { keys: panel.keys }),
      run: (map) => togglePanel(map, panel.name),
    }),
  ),
  {
    name: "table",
    label: "Table below the map",
    keys: "T",
    onMap: true,
    run: ({ dispatch, search }) =>
      dispatch(search.table ? "Close the table" : "Open the table", {
        table: search.table ? undefined : "nodes",
        by: undefined,
        down: undefined,
      }),
  },
  {
    name: "undo",
    label: "Undo",
    keys: "mod+Z",
    when: ({ undoLabels }) => undoLabels.undo !== null,
    run: ({ undoLabels, undo, announce }) => {
      announce(`Undone: ${undoLabels.undo}`);
      undo();
    },
  },
  {
    name: "redo",
    label: "Redo",
    keys: "mod+shift+Z",
    when: ({ undoLabels }) => undoLabels.redo !== null,
    run: ({ undoLabels, redo, announce }) => {
      announce(`Redone: ${undoLabels.redo}`);
      redo();
    },
  },
  {
    name: "show-all",
    label: "Show all",
    keys: "A",
    onMap: true,
    when: ({ search }) => saysAny(search, showAllAgain),
    run: ({ dispatch }) => dispatch("Show all", { ...showAllAgain }),
  },
  {
    name: "reset-filter",
    label: "Reset filters",
    onMap: true,
    when: ({ search }) => saysAny(search, noConditions),
    run: ({ dispatch }) => dispatch("Reset filters", noConditions),
  },
  {
    name: "expand-all-groups",
    label: "Expand all groups",
    onMap: true,
    when: ({ search }) => !!(search.collapsedGroups || search.bundles),
    run: ({ dispatch }) => dispatch("Expand all groups", { collapsedGroups: undefined, bundles: undefined }),
  },
  {
    name: "select-all",
    label: "Select all shown",
    keys: "mod+A",
    onMap: true,
    run: ({ choose, scene }) => choose([...new Set(scene.nodes.map((node) => node.record))], "replace"),
  },
  {
    name: "clear-selection",
    label: "Clear the selection",
    keys: "Escape",
    when: ({ search, interaction }) => !!search.many || interaction.tool !== "pan",
    run: ({ choose, setTool, search }) => {
      setTool("pan");
      if (search.many) choose([], "replace");
    },
  },
  {
    name: "unpin-all",
    label: "Unpin all in this lens",
    onMap: true,
    when: ({ pins }) => pins.size > 0,
    run: ({ pins, pinAll, announce }) => {
      pinAll("Unpin all", new Map([...pins.keys()].map((id) => [id, null])));
      announce(`${count(pins.size, "node")} unpinned.`);
    },
  },
  {
    name: "lay-out-anew",
    label: "Re-run layout",
    onMap: true,
    when: ({ search, canvas }) => canvas !== null && (search.lens ?? "network") === "network",
    run: ({ canvas, record, announce }) => {
      const before = canvas!.networkPlaces();
      canvas!.rerunLayout();
      announce("Layout updated; pins kept. Undo restores the previous layout.");
      record({
        label: "Re-run layout",
        undo: () => canvas!.rerunLayout(before),
        redo: () => canvas!.rerunLayout(),
      });
    },
  },
  { name: "tool-pan", label: "Drag to move the map", keys: "M", run: ({ setTool }) => setTool("pan") },
  {
    name: "tool-lasso",
    label: "Drag to select with a lasso",
    keys: "L",
    run: ({ setTool }) => setTool("lasso"),
  },
  {
    name: "tool-box",
    label: "Drag to select with a box",
    keys: "B",
    run: ({ setTool }) => setTool("box"),
  },
  {
    name: "fit",
    label: "Fit the map to the window",
    keys: "0",
    onMap: true,
    run: ({ canvas }) => canvas?.fit(),
  },
  { name: "zoom-in", label: "Zoom in", run: ({ canvas }) => canvas?.zoomBy(1.25) },
  { name: "zoom-out", label: "Zoom out", run: ({ canvas }) => canvas?.zoomBy(0.8) },
];

interface OfferedMapCommand extends Command {
  onMap: boolean;
}

/** Commands that are applicable now, including those of the selection. */
export function commandsOf(map: MapContextValue): OfferedMapCommand[] {
  const own = mapCommands
    .filter((command) => command.when?.(map) ?? true)
    .map(({ name, label, group = "Map", keys, onMap = false, run }) => ({
      name,
      label,
      group,
      keys,
      onMap,
      run: () => run(map),
    }));
  const ids = targetsOf(map);
  const chosen = ids.length > 0 ? actionsFor(map, ids) : [];
  const keysOf: Partial<Record<(typeof nodeActions)[number]["name"], string>> = {
    hide: "H",
    isolate: "I",
    neighbourhood: "shift+N",
    // Of one record C relates it, of several it collapses them.
    relate: "C",
    "collapse-into-one": "C",
    pin: "P",
  };
  return [
    ...own,
    ...chosen
      .filter(({ onlyInMenu }) => !onlyInMenu)
      .map((action) => ({
        name: `selection ${action.name}`,
        label: action.label(map, ids),
        group: "Selection",
        keys: keysOf[action.name],
        onMap: false,
        run: () => void action.run(map, ids),
      })),
  ];
}
