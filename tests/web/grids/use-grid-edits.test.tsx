import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import type { Outcome } from "../../../web/changes/outcome.ts";
import { notStored, type RecordEdit } from "../../../web/changes/record-edits.ts";
import type { Grid } from "../../../web/grids/model/grid.ts";
import { claimsGrid } from "../../../web/grids/model/matrices.ts";
import { plainGrid } from "../../../web/grids/model/plain.ts";
import { useGridEdits } from "../../../web/grids/use-grid-edits.ts";
import { facts, record } from "./some-facts.ts";

beforeEach(() => localStorage.clear());

const everyRow = () => true;
const stored: Outcome = { kind: "stored", revision: 4, changed: [], allChanged: [] };

/** The hook over a grid, with a server that answers each batch by the function. */
function entering(grid: Grid, answer: (edits: readonly RecordEdit[]) => Outcome = () => stored) {
  const batches: (readonly RecordEdit[])[] = [];
  const flushes: number[] = [];
  const props = {
    grid,
    filter: everyRow,
    draftName: "grid test",
    submit: async (edits: readonly RecordEdit[]) => {
      batches.push(edits);
      return answer(edits);
    },
    flush: async () => void flushes.push(batches.length),
  };
  const { result, unmount } = renderHook(() => useGridEdits(props));
  const text = (row: string, column: string, text: string) => ({
    row: result.current.places.rows.find(({ key }) => key === row)!,
    column: grid.columns.find(({ key }) => key === column)!,
    text,
  });
  const problems = () =>
    Object.fromEntries([...result.current.judged].map(([cell, { problem }]) => [cell.replace("\t", " "), problem]));
  return { batches, flushes, result, text, problems, unmount };
}

const claims = () => claimsGrid(facts(), { voice: "ASSESSMENT" });

test("typed cells are stored at once; a wrong one stays with its text and says what is wrong", () => {
  const { batches, result, text, problems } = entering(claims());
  act(() => result.current.enter([text("mill", "watch", "0.5"), text("mill", "mend", "5")], "typed"));
  expect(batches).toMatchObject([[{ does: "create", fields: { activity: "watch", extent: 0.5 } }]]);
  expect(problems()).toEqual({ "mill mend": "Extent: write 5% where 5 of 100 is meant, or a number from 0 to 1." });
  act(() => result.current.enter([text("mill", "mend", "0.5")], "typed"));
  expect(batches).toHaveLength(2);
  expect(problems()).toEqual({});
});

test("a pasted block waits, survives a reload, and is stored as one batch without its wrong cells", () => {
  const first = entering(claims());
  act(() =>
    first.result.current.enter(
      [
        first.text("mill", "watch", "0.5"),
        first.text("rotor", "watch", "0.6 lead"),
        first.text("rotor", "mend", "x"),
        first.text("pumpco", "mend", "1"),
      ],
      "pasted",
    ),
  );
  expect(first.batches).toEqual([]);
  first.unmount();
  const { batches, result, problems } = entering(claims());
  // What is recorded already is no change.
  expect(problems()).toEqual({ "mill watch": null, "rotor mend": "Extent must be a number.", "pumpco mend": null });
  act(() => result.current.store());
  expect(batches).toHaveLength(1);
  expect(batches[0]).toMatchObject([{ fields: { about: "mill" } }, { fields: { about: "pumpco" } }]);
  expect(problems()).toEqual({ "rotor mend": "Extent must be a number." });
});

test("what the API refuses comes back to its cell with the reason", async () => {
  const refused: Outcome = { kind: "refused", issues: [{ edit: 1, field: "extent", message: "Not so." }] };
  const { result, text, problems } = entering(claims(), () => refused);
  act(() => result.current.enter([text("mill", "watch", "0.5"), text("mill", "mend", "1")], "typed"));
  await waitFor(() => expect(problems()).toEqual({ "mill watch": null, "mill mend": "Not so." }));
});

test("a new record is sent when its row is complete, with all that was typed of it", () => {
  const { batches, result, text } = entering(plainGrid(facts(), "OFFERINGS"));
  act(() => result.current.enter([text("new 0", "name", "Pump watch")], "typed"));
  expect(result.current.missing.get("new 0")).toBe("Not stored yet: add Provider and Type.");
  act(() => result.current.enter([text("new 0", "provider", "Rotor AG")], "typed"));
  expect(batches).toEqual([]);
  act(() => result.current.enter([text("new 0", "type", "Software")], "typed"));
  expect(batches).toEqual([
    [
      {
        does: "create",
        kind: "OFFERINGS",
        fields: { key: "pump-watch", name: "Pump watch", provider: "rotor", type: "SOFTWARE" },
      },
    ],
  ]);
  expect(result.current.judged.size).toBe(0);
});

test("what a record being created is told by is changed after its creation, so that no second one is made", async () => {
  const fields = { from: "mill", to: "pumpco", type: "OWNS" };
  const made = record("RELATIONS", fields, { version: notStored });
  const { batches, flushes, result, text, problems } = entering(plainGrid(facts([made]), "RELATIONS"));
  act(() => result.current.enter([text(`record ${made.key}`, "share", "40%")], "typed"));
  expect(batches).toMatchObject([[{ does: "create", fields: { ...fields, share: 0.4 } }]]);
  await act(async () => result.current.enter([text(`record ${made.key}`, "validFrom", "2026-01-15")], "typed"));
  expect(flushes).toEqual([1]);
  expect(batches[1]).toMatchObject([
    { does: "update", record: { key: made.key }, fields: { validFrom: "2026-01-15" } },
  ]);
  expect(problems()).toEqual({});
});
