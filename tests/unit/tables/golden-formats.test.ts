import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { planImport } from "../../../api/changes/check/plan.ts";
import { formatOfFile, formats } from "../../../api/changes/imports/formats/formats.ts";
import { goldenOf, readAsGuessed } from "../../support/golden-format.ts";

// Golden files: what each format is read as. They do not change; a reader that reads otherwise does.
const folder = resolve(import.meta.dirname, "../../cases/formats");
const files = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));
const path = (name: string) => resolve(folder, name);

test.each(files)("%s is read as expected", async (name) => {
  const expected = JSON.parse(readFileSync(path(`${name}.expected.json`), "utf8"));
  expect(JSON.parse(JSON.stringify(await goldenOf(path(name))))).toEqual(expected);
});

test.each(files)("%s read twice changes nothing", async (name) => {
  const bytes = readFileSync(path(name));
  const { document } = await readAsGuessed(name, bytes);
  const again = await readAsGuessed(name, bytes, document);
  const plan = planImport(document, again.document, false);
  expect(plan.errors).toEqual([]);
  expect(plan.changes).toEqual([]);
});

test("every format of tables has a golden file", () => {
  const read = new Set(files.map((name) => formatOfFile(name, readFileSync(path(name)))));
  const ofTables = formats.filter((format) => "sheets" in format).map(({ name }) => name);
  expect(ofTables.filter((name) => !read.has(name))).toEqual([]);
});

test("formats that share an ending are told by what is in the file", () => {
  const told = (text: string) => formatOfFile("a.json", new TextEncoder().encode(text));
  expect(told('{"format":"ecosystem/1","ecosystem":{"key":"a","name":"\\"elements\\": ["}}')).toBe("ECOSYSTEM");
  expect(told('{"elements": [], "connections": []}')).toBe("KUMU");
  expect(told('{"objects": [], "type": "bundle"}')).toBe("STIX");
  expect(told("{ broken")).toBe("ECOSYSTEM");
  expect(formatOfFile("a.json")).toBe("ECOSYSTEM");
  expect(formatOfFile("a.stix")).toBe("STIX");
});
