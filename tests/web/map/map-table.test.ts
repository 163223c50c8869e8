import { expect, test } from "vitest";
import { matching } from "../../../web/commands/command-registry.ts";
import { boxOf, contains } from "../../../web/map/canvas/lasso-outline.ts";
import { describer } from "../../../web/map/model/describe.ts";
import { mapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { mapCommands } from "../../../web/pages/map/commands.ts";
import { nodeActions } from "../../../web/pages/map/node-actions.ts";
import { columns, nodeRows, relationRows, sorted } from "../../../web/pages/map/table/columns.ts";
import { actor, edge, pictureWith, position, standard, threat } from "./support.ts";

const selection = pictureWith(
  [
    actor("b", ["MANUFACTURER"], { country: "FI", confidence: 0.5 }),
    actor("a", ["CUSTOMER", "ANALYST"], { labels: ["x"], evidenceNewest: "2026-03-12" }),
    standard("s"),
    actor("hidden"),
  ],
  [edge("a", "SUPPLIES", "b", { volume: 3, label: "3" }), edge("b", "ADOPTS", "s"), edge("a", "CLAIMS", "s")],
  { positions: [position("b", ["run"], "OPERATION")], threats: [threat("a", "HIGH")] },
);
selection.nodes = new Set(["a", "b", "s"]);
const texts = (row: { cells: Readonly<Record<string, { text: string } | null>> }) =>
  Object.fromEntries(Object.entries(row.cells).map(([name, cell]) => [name, cell?.text ?? null]));

test("the table lists what is shown, in the words of the filter, and what nobody recorded is absent", () => {
  const rows = nodeRows(selection, {});
  expect(rows.map(({ id }) => id)).toEqual(["b", "a", "s"]);
  expect(texts(rows[1]!)).toEqual({
    name: "Name of a",
    kind: "Customer, Data analytics firm",
    levels: "High",
    layers: null,
    countries: null,
    labels: "x",
    ties: "1",
    sure: null,
    evidence: "12 Mar 2026",
  });
  expect(relationRows(selection).map(texts)).toEqual([
    { name: "Name of a", kind: "Supplies", to: "Name of b", label: "3", sure: null, evidence: null },
    { name: "Name of b", kind: "Adopts", to: "Name of s", label: null, sure: null, evidence: null },
  ]);
});

test("every column has a cell in every row, and rows sort by each with what is unknown last both ways", () => {
  for (const [tab, rows] of [
    ["nodes", nodeRows(selection, {})],
    ["relations", relationRows(selection)],
  ] as const) {
    for (const { name } of columns[tab]) {
      for (const row of rows) expect([name, name in row.cells]).toEqual([name, true]);
      for (const down of [false, true]) {
        const known = sorted(rows, name, down).map((row) => row.cells[name] !== null);
        expect([name, down, known]).toEqual([name, down, [...known].sort((a, b) => Number(b) - Number(a))]);
      }
    }
  }
  expect(sorted(nodeRows(selection, {}), "name", true).map(({ id }) => id)).toEqual(["s", "b", "a"]);
});

test("the list of records says kind and main facts", () => {
  const say = describer(selection);
  expect(say("a")).toBe("Customer, Data analytics firm, threat high, similar manufacturer, 1 relation");
  expect(say("s")).toBe("Standard, 1 relation");
  expect(say("gone")).toBe("");
});

test("the lasso holds what lies within its outline, dents left out", () => {
  const dented = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ] as const;
  expect([contains(dented, 1, 5), contains(dented, 9, 5), contains(dented, 5, 8), contains(dented, 11, 5)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(contains(boxOf([10, 10], [0, 0]), 5, 5)).toBe(true);
});

test("no two commands share a name or a key, and none takes a key of the canvas", () => {
  const keys = mapCommands.flatMap((command) => command.keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  const names = [...mapCommands, ...nodeActions].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const taken of ["/", "ArrowLeft", "+", "-", "Enter", "Space", "mod+K", "shift+?"])
    expect(keys.includes(taken)).toBe(false);
});

test("the palette finds a command by how any of its words begin, in any order", () => {
  const command = (label: string) => ({ name: label, label, group: "Map", run: () => {} });
  const list = [command("Lens: Rivals"), command("Undo")];
  expect(matching(list, "rivals LENS").map(({ label }) => label)).toEqual(["Lens: Rivals"]);
  // Where a word ends says nothing: "als" is rather the beginning of a record's name.
  expect(matching(list, "als")).toEqual([]);
  expect(matching(list, "map").length).toBe(2);
});

test("the address keeps focus, collapsedGroups and table, and leaves out what means nothing", () => {
  const search = { neighbourhood: "a", steps: 3, bundles: [["a", "b"]], table: "relations", by: "to", down: true };
  expect(mapSearch(search)).toEqual(search);
  expect(mapSearch({ steps: 9, bundles: [["a"], "x", 3], table: "x", path: ["a"], hide: "a" })).toEqual({});
});
