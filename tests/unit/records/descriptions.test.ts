import { describe, expect, test } from "vitest";
import { documentIssues } from "../../../api/changes/check/document-issues.ts";
import { planImport } from "../../../api/changes/check/plan.ts";
import { describeRecords } from "../../../cypher/model/describe-records.ts";
import { documentJsonSchema } from "../../../cypher/model/document-schema.ts";
import { recordFields } from "../../../cypher/model/record-fields.ts";
import { recordKindNames, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { ecosystemFields } from "../../../cypher/model/records/ecosystem.ts";
import { recordReader } from "../../../cypher/records/read-rows.ts";
import { toProperties } from "../../../cypher/records/stored-record.ts";
import { fullDocument } from "../../support/full-document.ts";

const schema = documentJsonSchema();
const described = describeRecords();
const full = fullDocument("full");

describe.each(recordKindNames)("each field of %s", (kind) => {
  const fields = Object.entries(recordKinds[kind].fields);
  const names = fields.map(([name]) => name);

  test("has words: a label that can head a column, and help that is a sentence", () => {
    for (const [name, { label, help }] of fields) {
      expect([name, label]).toEqual([name, expect.stringMatching(/^([A-Z].{0,29}|x|y)$/)]);
      expect([name, help]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/s)]);
    }
    expect(new Set(fields.map(([, { label }]) => label)).size).toBe(fields.length);
  });

  test("is in the document's schema with its words, in the printed description and in the graph's order", () => {
    const { properties } = schema.properties![kind]!.items!;
    expect(Object.keys(properties!)).toEqual(names);
    for (const [name, { label, help }] of fields)
      expect(properties![name]).toMatchObject({ title: label, description: help });
    expect(described.kinds.find((one) => one.kind === kind)!.fields.map(({ name }) => name)).toEqual(names);
    expect(recordFields[kind]).toEqual(names);
  });

  test("comes back from the graph as it was stored", () => {
    for (const record of full[kind]!) {
      const stored = toProperties("full", kind, record as never, 1) as Record<string, unknown>;
      const cells = recordFields[kind].map((field) => stored[field] ?? null);
      expect(recordReader(kind)(cells)).toEqual(record);
    }
    const filled = new Set(full[kind]!.flatMap((record) => Object.keys(record)));
    expect(names.filter((name) => !filled.has(name))).toEqual([]);
  });

  test("that tells records apart, or of which there is exactly one, is a field", () => {
    const { identity, exactlyOneOf = [] } = recordKinds[kind];
    expect([...identity, ...exactlyOneOf].filter((name) => !names.includes(name))).toEqual([]);
  });
});

test("a document in which every field has a value can be imported", () => {
  expect(documentIssues(full)).toEqual([]);
  expect(planImport(null, full, false).errors).toEqual([]);
  expect(Object.keys(full.ecosystem)).toEqual(Object.keys(ecosystemFields));
});

test("each enum has a word and a description of each value, and what takes it names it", () => {
  expect(described.enums.length).toBeGreaterThan(10);
  for (const { name, description, values } of described.enums)
    for (const { value, word, description: meaning } of values) {
      expect([name, description, value]).toEqual([
        name,
        expect.stringMatching(/\.$/),
        expect.stringMatching(/^[A-Z_]+$/),
      ]);
      expect([value, word, meaning]).toEqual([
        value,
        expect.stringMatching(/^[A-Z]/),
        expect.stringMatching(/^[A-Z].*\.$/),
      ]);
    }
  const taken = described.kinds.flatMap(({ fields }) => fields).flatMap((field) => [field, ...(field.parts ?? [])]);
  expect(new Set(taken.flatMap((field) => field.enum ?? []))).toEqual(new Set(described.enums.map(({ name }) => name)));
});

test("the printed description says what a form needs of a field", () => {
  const fieldOf = (kind: string, name: string) =>
    described.kinds.find((one) => one.kind === kind)!.fields.find((field) => field.name === name);
  expect(fieldOf("installations", "units")).toEqual({
    name: "units",
    type: "integer",
    isList: false,
    isRequired: false,
    label: "Units",
    help: "How many there are.",
    unit: "units",
    default: 1,
    range: { minimum: 1, maximum: 100_000_000 },
  });
  expect(fieldOf("initiatives", "participants")).toMatchObject({
    type: "reference",
    isList: true,
    isRequired: true,
    to: "actors",
    size: { minItems: 2, maxItems: 2_000 },
  });
  expect(fieldOf("activities", "requires")).toMatchObject({
    type: "parts",
    parts: [
      { name: "capability", type: "reference", to: "capabilities", isRequired: true },
      { name: "level", type: "number", range: { exclusiveMinimum: 0, maximum: 1 } },
    ],
  });
});
