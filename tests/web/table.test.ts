import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { arrange } from "../../web/pages/table/arrange.ts";
import { recordTabs } from "../../web/pages/table/record-tabs.ts";
import { pageOf } from "../../web/shared/Pages.tsx";

const row = (label: string, data: Record<string, unknown>) => ({
  id: label,
  key: label,
  version: 1,
  label,
  data,
  validity: "VALID" as const,
  evidence: [],
});
const rows = [row("Beta", { founded: 1990 }), row("alpha", {}), row("Gamma", { founded: 1850, country: "FI" })];
const names = (text: string, sort: string | undefined, down: boolean) =>
  arrange(rows, { kind: "ACTORS", text, sort, down }).map(({ label }) => label);

test("rows sort by name without regard to case", () =>
  expect(names("", undefined, false)).toEqual(["alpha", "Beta", "Gamma"]));

test("unknown values come last whichever way the rows are sorted", () => {
  expect(names("", "founded", false)).toEqual(["Gamma", "Beta", "alpha"]);
  expect(names("", "founded", true)).toEqual(["Beta", "Gamma", "alpha"]);
});

test("the filter looks at every field", () => expect(names("fi gam", undefined, false)).toEqual(["Gamma"]));

test("every column is a field of its kind in the document, and what holds for a time says from when, until when and how surely", () => {
  const schema = JSON.parse(readFileSync("api/ecosystem.schema.json", "utf8"));
  expect(recordTabs.map(({ value }) => value).toSorted()).toEqual(
    Object.keys(schema.properties)
      .filter((name) => schema.properties[name].type === "array")
      .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase())
      .toSorted(),
  );
  for (const { value, columns: described } of recordTabs) {
    const columns = described.map(({ name }) => name);
    const collection = value.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    const fields = Object.keys(schema.properties[collection].items.properties);
    expect([value, columns.filter((column) => !fields.includes(column))]).toEqual([value, []]);
    const dated = ["validFrom", "validTo", "confidence"].filter((field) => fields.includes(field));
    expect([value, columns]).toEqual([value, expect.arrayContaining(dated)]);
    expect([value, new Set(columns).size]).toEqual([value, columns.length]);
    expect([value, columns.length > 0]).toEqual([value, true]);
  }
});

test("rows stand a hundred a page, and a page beyond the last is the last", () => {
  const many = Array.from({ length: 250 }, (_, i) => i);
  expect(pageOf(many, 1)).toMatchObject({ pages: 3, at: 1, first: 1, last: 100 });
  const end = pageOf(many, 9);
  expect([end.at, end.first, end.last, end.shown[0]]).toEqual([3, 201, 250, 200]);
});

test("a field of a record has its column by itself; long texts, and what stands elsewhere in the row, have none", () => {
  const columnsOf = (kind: string) =>
    recordTabs.find(({ value }) => value === kind)!.columns.map(({ name, label }) => `${name}: ${label}`);
  expect(columnsOf("OFFERINGS")).toEqual([
    "provider: Provider",
    "type: Type",
    "activities: Activities",
    "value: Value",
    "contract: Contract",
    "labels: Labels",
    "website: Website",
    "validFrom: Valid from",
    "validTo: Valid to",
    "confidence: Confidence",
  ]);
  expect(columnsOf("RELATIONS")).toContain("share: Share");
  expect(columnsOf("CAPABILITIES")).toEqual(["description: Description"]);
  expect(columnsOf("LAYOUT")).toContain("key: Key");
  expect(recordTabs[0]!.value).toBe("ACTORS");
});

test("the filter finds the words that the cells show", () => {
  const firms = [row("Alpha", { kinds: ["ANALYST"] }), row("Beta", { kinds: ["START_UP"] })];
  const found = arrange(firms, { kind: "ACTORS", text: "analytics firm", sort: undefined, down: false });
  expect(found.map(({ label }) => label)).toEqual(["Alpha"]);
});
