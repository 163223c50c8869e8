import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { planImport } from "../../../api/changes/check/plan.ts";
import { mappedFile, shapeOf, withTables } from "../../../api/changes/imports/mapping/mapped-file.ts";
import { readWorkbook } from "../../../api/changes/imports/tables/read-workbook.ts";
import { workbookOf } from "../../../api/exports/workbook.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { recordKindNames } from "../../../cypher/model/record-kinds.ts";
import { fullDocument } from "../../support/full-document.ts";
import { randomDocument } from "../../support/random-document.ts";

const read = (path: string): EcosystemDocument =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, "../../..", path), "utf8"));

/** The workbook of a document, imported into an ecosystem by the mapping that is guessed. */
async function imported(document: EcosystemDocument, into: EcosystemDocument | null) {
  const bytes = await workbookOf(document);
  const sheets = withTables(await readWorkbook(bytes));
  const options = { ecosystem: document.ecosystem.key, name: "export.xlsx", bytes };
  const file = mappedFile(sheets, shapeOf("XLSX", sheets), options);
  const { document: found, mapped } = file.mappedInto!(into, new Map());
  expect(mapped!.skipped).toEqual([]);
  const plan = planImport(into, found, false);
  expect(plan.errors).toEqual([]);
  return { plan, found };
}

/** An empty list says what an absent one does. */
const withoutEmptyLists = (document: EcosystemDocument): EcosystemDocument =>
  JSON.parse(JSON.stringify(document, (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value)));

async function comesBack(document: EcosystemDocument): Promise<void> {
  const { plan } = await imported(document, document);
  expect(plan.changes).toEqual([]);
  expect(plan.headBefore).toBeUndefined();
  const count = recordKindNames.reduce((sum, kind) => sum + (document[kind]?.length ?? 0), 0);
  expect(plan.unchanged).toBe(count);
  // And into an ecosystem that does not exist yet, every fact.
  const fresh = await imported(document, null);
  expect(planImport(withoutEmptyLists(document), fresh.found, true).changes).toEqual([]);
}

test("the example, the worked example and a document with every field come back unchanged", async () => {
  await comesBack(read("seed/sysco.json"));
  await comesBack(read("tests/cases/worked.json"));
  await comesBack(fullDocument("full"));
}, 60_000);

test("random ecosystems come back unchanged", async () => {
  await fc.assert(fc.asyncProperty(randomDocument, comesBack), { numRuns: 200 });
}, 240_000);

test("texts of every sort come back as they were", async () => {
  const texts = [
    "=1+1",
    "-5",
    "+49 30",
    "'quoted",
    "007",
    "1e5",
    "TRUE",
    "n/a",
    "–",
    "#N/A",
    "_x000D_",
    "a;b",
    '"x"; y',
    "a\nb",
    "a\r\nb",
    "ä 漢字 😀",
    "a\uFFFEb\uFFFF",
    "<b>&amp;",
    "2024-01-01",
    "x, Inc.",
  ];
  const document: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: "texts", name: "=Texts", description: "n/a" },
    actors: texts.map((text, at) => ({
      key: at === 0 ? "na" : `a${at}`,
      name: text,
      kinds: ["OTHER"],
      description: text,
      labels: [...new Set([text, "b; c"])],
    })),
    claims: [],
    tags: [{ actor: "a1", focal: "na", label: "a|b", by: "x", at: "2026-01-01T10:00:00+02:00" }],
  };
  await comesBack(document);
  const many = Array.from({ length: 200 }, (_, at) => `${at} ${"long ".repeat(55)}`.trim());
  await comesBack({ ...document, actors: [{ ...document.actors![0]!, labels: many }, document.actors![1]!] });
});

test("an edited cell, an emptied one and a new row are what changes", async () => {
  const before = read("seed/sysco.json");
  const [first, ...rest] = before.actors!;
  const { country: _, ...without } = first!;
  const edited = { ...before, actors: [{ ...without, name: "Renamed" }, ...rest] };
  const { plan } = await imported(edited, before);
  expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([`actors ${first!.key}`]);
  expect(plan.changes[0]!.after).toMatchObject({ name: "Renamed" });
  expect(plan.changes[0]!.after).not.toHaveProperty("country");
});

test("values are words with lists to choose from, and dates are dates", async () => {
  const { sheets } = await readXlsx(await workbookOf(read("seed/sysco.json")));
  const relations = sheets.find(({ name }) => name === "Relations")!;
  expect(relations.rows[0]).toEqual(expect.arrayContaining(["From", "To", "Type"]));
  const type = relations.rows[0]!.indexOf("Type");
  expect(relations.rows.slice(1).map((row) => row[type])).toContain("Supplies");
  expect(relations.dataValidations![0]!.values).toEqual([
    "Supplies",
    "Partners with",
    "Owns",
    "Competes with",
    "Depends on",
  ]);
  const from = relations.rows[0]!.indexOf("Valid from");
  expect(relations.rows.slice(1).find((row) => row[from])![from]).toBeInstanceOf(Date);
});
