import { expect, test } from "vitest";
import { arrange } from "../../web/pages/table/arrange.ts";

const row = (label: string, data: Record<string, unknown>) => ({ id: label, key: label, label, data, evidence: [] });
const rows = [row("Beta", { founded: 1990 }), row("alpha", {}), row("Gamma", { founded: 1850, country: "FI" })];
const names = (text: string, sort: string | undefined, down: boolean) =>
  arrange(rows, { text, sort, down }).map(({ label }) => label);

test("rows sort by name without regard to case", () =>
  expect(names("", undefined, false)).toEqual(["alpha", "Beta", "Gamma"]));

test("unknown values come last whichever way the rows are sorted", () => {
  expect(names("", "founded", false)).toEqual(["Gamma", "Beta", "alpha"]);
  expect(names("", "founded", true)).toEqual(["Beta", "Gamma", "alpha"]);
});

test("the filter looks at every field", () => expect(names("fi gam", undefined, false)).toEqual(["Gamma"]));
