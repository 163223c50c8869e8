import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { withoutGuard } from "../../../api/changes/imports/tables/formula-guard.ts";
import { customersOf, dataSharingGrid } from "../../../web/grids/model/data-sharing.ts";
import { collectEdits, type Grid, type Reading } from "../../../web/grids/model/grid.ts";
import { gridCsv } from "../../../web/grids/model/grid-csv.ts";
import { GridFacts } from "../../../web/grids/model/grid-facts.ts";
import { gridChoices } from "../../../web/grids/model/grids.ts";
import { claimsGrid, stancesGrid } from "../../../web/grids/model/matrices.ts";
import { plainGrid } from "../../../web/grids/model/plain.ts";
import { placeOfQuestion } from "../../../web/grids/model/question-place.ts";
import { relationsGrid } from "../../../web/grids/model/relations.ts";
import { usualView } from "../../../web/pages/grids/claim-view.ts";
import { day, facts, record } from "./some-facts.ts";

const at = (grid: Grid, row: string, column: string) =>
  [grid.rows.find(({ key }) => key === row)!, grid.columns.find(({ key }) => key === column)!] as const;
const textAt = (grid: Grid, row: string, column: string) => grid.cell(...at(grid, row, column)).text;
const read = (grid: Grid, row: string, column: string, text: string): Reading =>
  grid.read(...at(grid, row, column), text);
const edits = (grid: Grid, reading: Reading) =>
  "problem" in reading ? reading.problem : collectEdits(reading.changes, grid.finish).edits;

describe("actors and activities", () => {
  const ours = claimsGrid(facts(), { voice: "ASSESSMENT" });

  test("each voice has a layer of its own, and unknown stays empty", () => {
    expect(textAt(ours, "rotor", "watch")).toBe("60% lead");
    expect(textAt(claimsGrid(facts(), { voice: "OWN" }), "rotor", "watch")).toBe("90%");
    const byMill = claimsGrid(facts(), { voice: "OTHERS", by: "mill" });
    expect(textAt(byMill, "rotor", "watch")).toBe("");
    expect(byMill.cell(...at(byMill, "mill", "watch")).locked).toMatch(/own view/);
    expect(textAt(ours, "rotor", "mend")).toBe("");
  });

  test("it opens in our assessment, unless only actors have claimed something themselves", () => {
    expect(usualView(facts())).toBe("assessment");
    expect(usualView(new GridFacts(new Map(), day))).toBe("assessment");
    const claims = facts().all("CLAIMS");
    const without = claims.filter(({ data }) => data.by !== undefined);
    expect(without.length).toBeLessThan(claims.length);
    expect(usualView(new GridFacts(new Map([["CLAIMS", without]]), day))).toBe("own");
  });

  test("only actors that are valid on the day have a row", () => {
    expect(ours.rows.map(({ label }) => label)).toEqual(["Mill", "Pumpco, Inc.", "Rotor AG"]);
  });

  test("a number keeps the recorded lead, a word changes it, an empty text deletes the claim", () => {
    expect(edits(ours, read(ours, "rotor", "watch", "0.4"))).toMatchObject([
      { does: "update", fields: { extent: 0.4 } },
    ]);
    expect(edits(ours, read(ours, "rotor", "watch", "40 %"))).toMatchObject([{ fields: { extent: 0.4 } }]);
    expect(edits(ours, read(ours, "rotor", "watch", "0,6 no lead"))).toMatchObject([
      { fields: { extent: 0.6, lead: false } },
    ]);
    expect(edits(ours, read(ours, "rotor", "watch", "lead unknown"))).toMatchObject([{ fields: { lead: null } }]);
    expect(edits(ours, read(ours, "rotor", "watch", ""))).toMatchObject([
      { does: "delete", record: { key: "|rotor|watch|", version: 3 } },
    ]);
    expect(edits(ours, read(ours, "rotor", "watch", "0.6 lead"))).toEqual([]);
  });

  test("a new claim has the voice of its layer, and begins on the day where an earlier one has ended", () => {
    expect(edits(ours, read(ours, "mill", "watch", "1"))).toEqual([
      { does: "create", kind: "CLAIMS", fields: { about: "mill", activity: "watch", extent: 1 } },
    ]);
    const own = claimsGrid(facts(), { voice: "OWN" });
    expect(edits(own, read(own, "mill", "watch", "1 lead"))).toMatchObject([
      { fields: { by: "mill", about: "mill", activity: "watch", extent: 1, lead: true } },
    ]);
    expect(edits(ours, read(ours, "pumpco", "watch", "0.3"))).toMatchObject([
      { does: "create", fields: { extent: 0.3, validFrom: "2026-06-01" } },
    ]);
  });

  test("what is wrong is told in the words of the field", () => {
    expect(read(ours, "rotor", "watch", "2")).toEqual({
      problem: "Extent: write 2% where 2 of 100 is meant, or a number from 0 to 1.",
    });
    expect(read(ours, "rotor", "watch", "101%")).toEqual({ problem: "Extent must be at most 100." });
    expect(read(ours, "rotor", "watch", "much")).toEqual({ problem: "Extent must be a number." });
    expect(read(ours, "mill", "watch", "lead")).toEqual({ problem: "Extent is missing: add it." });
  });

  test("a cell with two valid records is not edited", () => {
    const twice = facts([
      record("CLAIMS", { about: "rotor", activity: "watch", extent: 0.1, validFrom: "2026-02-01" }),
    ]);
    const grid = claimsGrid(twice, { voice: "ASSESSMENT" });
    expect(grid.cell(...at(grid, "rotor", "watch"))).toMatchObject({ text: "60% lead | 10%", locked: /2 records/ });
  });
});

test("a stance is a position with its salience in brackets", () => {
  const grid = stancesGrid(facts());
  expect(textAt(grid, "mill", "data")).toBe("2");
  expect(edits(grid, read(grid, "mill", "data", "4 (5)"))).toMatchObject([{ fields: { position: 4, salience: 5 } }]);
  expect(edits(grid, read(grid, "mill", "data", "(5)"))).toMatchObject([{ fields: { salience: 5 } }]);
  expect(read(grid, "mill", "data", "4 (7)")).toEqual({ problem: "Salience must be at most 5." });
  expect(read(grid, "mill", "data", "2.5")).toEqual({ problem: "Position must be a whole number." });
});

test("relations without a direction stand in both cells of a pair, and a cell takes several", () => {
  const grid = relationsGrid(facts());
  expect(textAt(grid, "pumpco", "rotor")).toBe("Partners with");
  expect(textAt(grid, "mill", "rotor")).toBe("");
  expect(edits(grid, read(grid, "pumpco", "rotor", "Supplies; partners with"))).toEqual([
    { does: "create", kind: "RELATIONS", fields: { from: "pumpco", to: "rotor", type: "SUPPLIES" } },
  ]);
  expect(edits(grid, read(grid, "rotor", "mill", "owns"))).toMatchObject([
    { does: "create", fields: { type: "OWNS" } },
    { does: "delete", record: { key: "rotor|mill|SUPPLIES|" } },
  ]);
  expect(read(grid, "rotor", "mill", "likes")).toMatchObject({ problem: /^Type must be one of Supplies, / });
  expect(grid.cell(...at(grid, "rotor", "rotor")).locked).not.toBeNull();
});

test("conditions of one agreement are one record, and willingness is the customer's", () => {
  const grid = dataSharingGrid(facts(), ["rotor", "pumpco"]);
  expect(grid.rows.map(({ key }) => key)).toEqual(["mill"]);
  expect(textAt(grid, "mill", "rotor security")).toBe("Yes");
  expect(textAt(grid, "mill", "rotor ownership")).toBe("");
  const changes = ["security", "contract"].flatMap((name) => {
    const reading = read(grid, "mill", `pumpco ${name}`, "yes");
    return "changes" in reading ? reading.changes : [];
  });
  expect(collectEdits(changes, grid.finish).edits).toEqual([
    {
      does: "create",
      kind: "AGREEMENTS",
      fields: { key: "pumpco-mill", provider: "pumpco", customer: "mill", security: true, contract: true },
    },
  ]);
  expect(edits(grid, read(grid, "mill", "willingness", "4"))).toEqual([
    { does: "create", kind: "PROFILES", fields: { actor: "mill", dataSharing: 4 } },
  ]);
});

describe("all records of a kind", () => {
  const grid = plainGrid(facts(), "OFFERINGS");
  const row = grid.newRow!(0);
  const column = (name: string) => grid.columns.find(({ key }) => key === name)!;
  const changes = (texts: Record<string, string>) =>
    Object.entries(texts).flatMap(([name, text]) => {
      const reading = grid.read(row, column(name), text);
      if ("problem" in reading) throw new Error(reading.problem);
      return reading.changes;
    });

  test("a new row waits until it is complete, and says what it needs", () => {
    expect(collectEdits(changes({ name: "Pump watch" }), grid.finish)).toEqual({
      edits: [],
      missing: new Map([["new 0", "Not stored yet: add Provider and Type."]]),
    });
    expect(
      collectEdits(
        changes({ name: "Pump watch", provider: "rotor works", type: "advanced", activities: "Watch pumps; mend" }),
        grid.finish,
      ).edits,
    ).toEqual([
      {
        does: "create",
        kind: "OFFERINGS",
        fields: {
          key: "pump-watch",
          name: "Pump watch",
          provider: "rotor",
          type: "ADVANCED_SERVICE",
          activities: ["watch", "mend"],
        },
      },
    ]);
  });

  test("new rows whose keys are made from the same name get keys of their own, and none gets a typed one", () => {
    const actors = plainGrid(facts(), "ACTORS");
    const typed = ["Hydro", "Hydro", "Rotor", "Hydro AG"].flatMap((name, at) => {
      const keys = at === 3 ? { key: "hydro-2" } : {};
      return Object.entries({ name, kinds: "Customer", ...keys }).flatMap(([field, text]) => {
        const reading = actors.read(actors.newRow!(at), actors.columns.find(({ key }) => key === field)!, text);
        return "changes" in reading ? reading.changes : [];
      });
    });
    const { edits } = collectEdits(typed, actors.finish);
    expect(edits.map((edit) => "fields" in edit && edit.fields.key)).toEqual([
      "hydro",
      "hydro-3",
      "rotor-2",
      "hydro-2",
    ]);
  });

  test("a name with a comma is one name; one that nobody has is told", () => {
    expect(changes({ provider: "Pumpco, Inc." })).toMatchObject([{ fields: { provider: "pumpco" } }]);
    expect(grid.read(row, column("provider"), "Nobody")).toEqual({
      problem: "Provider: no actor is called “Nobody”. Correct the name, or add it first.",
    });
  });

  test("a required field cannot be emptied, another becomes unknown", () => {
    const actors = plainGrid(facts(), "ACTORS");
    expect(read(actors, "record rotor", "name", "")).toEqual({ problem: "Name is missing: add it." });
    expect(edits(actors, read(actors, "record rotor", "aliases", ""))).toMatchObject([{ fields: { aliases: null } }]);
    expect(actors.cell(...at(actors, "record rotor", "key")).locked).not.toBeNull();
  });
});

test("each customer has a row for a new installation", () => {
  const grid = plainGrid(facts(), "INSTALLATIONS", { field: "customer", of: customersOf(facts()) });
  expect(grid.rows.map(({ key }) => key)).toEqual(["new of mill"]);
  expect(edits(grid, read(grid, "new of mill", "equipment", "Line 2"))).toEqual([
    { does: "create", kind: "INSTALLATIONS", fields: { key: "mill", customer: "mill", equipment: "Line 2" } },
  ]);
});

test("every kind of grid draws, and each of its cells reads what it shows as no change", () => {
  for (const choice of gridChoices) {
    const grid = choice.build(facts(), { view: { voice: "ASSESSMENT" }, provider: null });
    for (const row of grid.rows)
      for (const column of grid.columns) {
        const { text, locked } = grid.cell(row, column);
        if (locked === null && text !== "")
          expect([choice.name, row.key, column.key, grid.read(row, column, text)]).toEqual([
            choice.name,
            row.key,
            column.key,
            { changes: [] },
          ]);
      }
  }
});

test("an open question leads to the grid, and where it has one to the cell", () => {
  expect(placeOfQuestion("BOUNDARIES", "watch")).toEqual({ grid: "activities", column: "watch" });
  expect(placeOfQuestion("DATA_SHARING", "rotor>mill")).toEqual({
    grid: "data-sharing",
    row: "mill",
    column: "rotor security",
  });
  const names = new Set(gridChoices.map(({ name }) => name));
  for (const dimension of ["EXPECTATIONS", "STANDARDS", "JOINT_DEVELOPMENT", "INSTALLED_BASE"] as const)
    expect(names).toContain(placeOfQuestion(dimension, "*").grid);
});

test("every grid is a CSV of all its rows, each cell as it is shown, formulas guarded", () => {
  for (const { build } of gridChoices) {
    const grid = build(facts(), { view: { voice: "ASSESSMENT" }, provider: null });
    const [header, ...rows] = parse(gridCsv(grid), { bom: true }) as string[][];
    expect(header).toHaveLength(1 + grid.columns.length);
    expect(rows.map(([label]) => withoutGuard(label!))).toEqual(grid.rows.map(({ label }) => label));
  }
  const grid = claimsGrid(facts(), { voice: "ASSESSMENT" });
  const rows = parse(gridCsv(grid), { bom: true, columns: true }) as Record<string, string>[];
  const [row, column] = at(grid, "rotor", "watch");
  const header = column.group ? `${column.group}: ${column.label}` : column.label;
  expect(rows.find((one) => one[grid.corner] === row.label)![header]).toBe("60% lead");
});
