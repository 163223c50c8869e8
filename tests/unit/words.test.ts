import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isEnumType } from "graphql";
import { expect, test } from "vitest";
import { describeWords } from "../../api/schema/describe-words.ts";
import { schema } from "../../api/schema/schema.ts";

const tables = describeWords();
const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith("__"));

/** Enums of the schema that have no table among the words, each with the reason. */
const without: Readonly<Record<string, string>> = {
  NoLongerSaidOutcome: "the import dialog says what becomes of each fact as a choice",
  SourceReadOutcome: "the list of live sources says it in a sentence",
  ChangeIssueCode: "an issue carries its message",
  ContractType: "records.json has it, as every enum of the document",
  CustomerValue: "records.json has it, as every enum of the document",
  DimensionStatus: "the page draws it and says why in the words of the dimension",
  ErrorReason: "errors carry their message",
  ExportFormat: "exportOptions has their labels",
  FitLevel: "a fit carries its label",
  ImportFormat: "the page tells it from the name of a file",
  ItemChangeReason: "a change carries its sentence",
  MaintenanceHistory: "records.json has it, as every enum of the document",
  MergeSide: "an argument, and a side of the page's choice between two values",
  OfferingType: "records.json has it, as every enum of the document",
  Ownership: "records.json has it, as every enum of the document",
  LandscapeCategoryHolds: "the page's choice names offerings, or the kind of the organisations",
  RecordKind: "its values are among those of ChangedKind",
  RelationType: "records.json has it, as every enum of the document",
  Reliability: "records.json has it, as every enum of the document",
  StandardStatus: "records.json has it, as every enum of the document",
  ThreatPart: "its values are those of ThreatFactorKind and ThreatDamperKind",
  TidyCheck: "records.json has it, as every enum of the document",
  TrendStep: "an argument only",
  TypeSource: "the page marks a tagged type, and says nothing of an inferred one",
  WhatIfDifferenceKind: "a difference carries its label",
};

test("every enum of the schema has its words, each value once, or a reason why it needs none", () => {
  expect(
    enums
      .map(({ name }) => name)
      .filter((name) => !(name in tables))
      .toSorted(),
  ).toEqual(Object.keys(without).toSorted());
  for (const type of enums) {
    if (!isEnumType(type) || !(type.name in tables)) continue;
    const values = type.getValues().map(({ name, description }) => ({ name, description }));
    const worded = Object.entries(tables[type.name]!).map(([name, { description }]) => ({ name, description }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect([type.name, worded.toSorted(byName)]).toEqual([type.name, values.toSorted(byName)]);
  }
});

test("words are headings, descriptions are sentences", () => {
  for (const [table, values] of Object.entries(tables)) {
    for (const [value, { word, description }] of Object.entries(values)) {
      expect([table, value, word]).toEqual([table, value, expect.stringMatching(/^[A-Z][^.]*$/)]);
      expect([table, value, description]).toEqual([table, value, expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  }
});

test("the page writes no value beside its word: it looks them up", () => {
  const web = resolve(import.meta.dirname, "../../web");
  const rows = Object.values(tables).flatMap((values) =>
    Object.entries(values).map(([value, { word }]) => ({
      value,
      word: word.toLowerCase(),
      named: new RegExp(`\\b${value}\\b["']?\\s*[:,](.*)`),
    })),
  );
  const tellsOne = (line: string): boolean =>
    rows.some(({ value, word, named }) =>
      [...(named.exec(line)?.[1] ?? "").matchAll(/["'`]([^"'`]+)["'`]/g)].some(
        ([, text]) => text !== value && text!.toLowerCase() === word,
      ),
    );
  expect(tellsOne('  OWNS: { label: "Owns", width: 1.8 },')).toBe(true);
  const found = readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .flatMap((path) =>
      readFileSync(resolve(web, path), "utf8")
        .split("\n")
        .filter(tellsOne)
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
