import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { scales } from "../../api/changes/imports/mapping/mapping.ts";
import { readValue } from "../../api/changes/imports/mapping/read-value.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";
import type { SheetMapping } from "../../web/import/table/mapping.ts";
import { SheetColumns } from "../../web/import/table/SheetColumns.tsx";
import { forms } from "../../web/import/table/ValueForms.tsx";

afterEach(cleanup);

const sheet: SheetMapping = {
  sheet: null,
  skip: false,
  kind: "claims",
  fields: {
    about: { columns: ["Firm"] },
    extent: { columns: ["Level"], scale: "0-100" },
    confidence: { columns: ["Sure"] },
    validFrom: { columns: ["Since"] },
  },
};
const summary = { sheet: null, isHidden: false, headerRow: 1, rows: 2, above: [], columns: [], mended: [] };

/** The sheet with messages on rows that are left out; returns the mappings that a person makes of it. */
function shown(...messages: string[]): SheetMapping[] {
  const changes: SheetMapping[] = [];
  const skipped = messages.map((message) => ({ sheet: null, row: 2, column: "Level", message }));
  render(
    <MantineProvider>
      <SheetColumns
        hasHeaderRow
        summary={summary}
        mapping={sheet}
        skipped={skipped}
        onChange={(next) => changes.push(next)}
      />
    </MantineProvider>,
  );
  return changes;
}

test("asks how values are written where the file does not show it", () => {
  const changes = shown(
    "“03/04/2025” may begin with the day or the month: say which order the dates have.",
    "“1.250” may be thousands or have three decimals: say which decimal sign the numbers have.",
  );
  fireEvent.change(screen.getByLabelText("Dates such as “03/04/2025” are"), { target: { value: "MDY" } });
  fireEvent.change(screen.getByLabelText("Numbers such as “1.250” are"), { target: { value: "," } });
  expect(changes[0]!.fields).toEqual({ ...sheet.fields, validFrom: { columns: ["Since"], dates: "MDY" } });
  expect(changes[1]!.fields).toMatchObject({
    extent: { scale: "0-100", decimal: "," },
    confidence: { decimal: "," },
    validFrom: { columns: ["Since"] },
  });
});

test("what is asked for is what the server says that it does not know, and the scales are its own", () => {
  const { validFrom, confidence, extent } = recordKinds.claims.fields;
  const messages = [
    readValue(validFrom!, "03/04/2025", { columns: [] }),
    readValue(confidence!, "1.250", { columns: [] }),
    readValue(extent!, "55", { columns: [], scale: "1-5" }),
  ].map((reading) => ("problem" in reading ? reading.problem : ""));
  expect(forms.map(({ asks }, at) => messages[at]!.includes(asks))).toEqual([true, true, true]);
  expect(forms.find(({ form }) => form === "scale")!.choices.map(({ value }) => value)).toEqual([...scales]);
});

test("the scale that a preview has found can be another one; nothing else is asked", () => {
  const changes = shown();
  expect(screen.queryByLabelText(/^Dates|^Numbers/)).toBeNull();
  const scale = screen.getByLabelText<HTMLSelectElement>("Shares are");
  expect(scale.value).toBe("0-100");
  fireEvent.change(scale, { target: { value: "1-5" } });
  expect(changes[0]!.fields.extent).toEqual({ columns: ["Level"], scale: "1-5" });
  expect(changes[0]!.fields.confidence).toEqual({ columns: ["Sure"] });
});

test("the header can be in another row: its columns are then guessed anew", () => {
  const changes = shown();
  const header = screen.getByLabelText<HTMLSelectElement>("Header in row");
  expect([...header.options].map(({ value }) => value)).toEqual(["1", "2", "3"]);
  fireEvent.change(header, { target: { value: "2" } });
  expect(changes).toEqual([{ sheet: null, skip: false, kind: "claims", fields: {}, headerRow: 2 }]);
});

test("each value of a column, and its empty cells where a record needs one, can be said to mean something", () => {
  const changes: SheetMapping[] = [];
  const values = ["likes", "funds", "knows", "advises", "lends to", "hosts", "trains"];
  const type = { name: "Type", samples: values.slice(0, 5), values, filled: 9 };
  const source = { columns: ["Type"] };
  render(
    <MantineProvider>
      <SheetColumns
        hasHeaderRow
        summary={{ ...summary, rows: 12, columns: [type] }}
        mapping={{ sheet: null, skip: false, kind: "relations", fields: { type: source } }}
        skipped={[]}
        onChange={(next) => changes.push(next)}
      />
    </MantineProvider>,
  );
  expect(screen.getByText(/8 are not known yet/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText("“trains”"), { target: { value: "SUPPLIES" } });
  expect(changes[0]!.fields.type).toEqual({ ...source, values: { trains: "SUPPLIES" } });
  fireEvent.change(screen.getByLabelText("Empty cells"), { target: { value: "PARTNERS_WITH" } });
  expect(changes[1]!.fields.type).toEqual({ ...source, constant: "PARTNERS_WITH" });
});
