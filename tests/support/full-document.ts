import type { EcosystemDocument, RecordKind } from "../../cypher/model/document.ts";
import { documentJsonSchema, type JsonSchema } from "../../cypher/model/document-schema.ts";
import { valuesOf } from "../../cypher/model/enum-table.ts";
import type { Field, Fields, FieldType } from "../../cypher/model/field.ts";
import { recordKindNames, recordKinds } from "../../cypher/model/record-kinds.ts";

/** Generated from the descriptions, so that tests of storing and reading cover a newly added field. */
const schema = documentJsonSchema();

const samples: { readonly [T in Exclude<FieldType, "number" | "integer" | "enum" | "parts">]: unknown } = {
  key: "one",
  reference: "one",
  name: "A name, & more",
  text: "Some text\nin two lines",
  country: "FI",
  url: "https://example.org/?a=b%20c",
  date: "2020-06-01",
  dateTime: "2020-06-01T12:00:00Z",
  boolean: false,
  nullableBoolean: true,
};

/** Corrections of records whose generated references an import would refuse. */
const corrections: { readonly [K in RecordKind]?: readonly object[] } = {
  actors: [{}, { key: "two" }],
  relations: [
    { to: "two", type: "SUPPLIES", share: undefined },
    { to: "two", type: "OWNS", volume: undefined },
  ],
  interfaces: [{ b: "two" }],
  initiatives: [{ participants: ["one", "two"], endedOn: "2020-07-01" }],
  tags: [
    { actor: "two", label: undefined },
    { actor: "two", type: undefined },
  ],
  layout: [{ view: undefined }, { view: "one" }],
};

function sampleOf(field: Field, given: JsonSchema): unknown {
  const of = given.$ref ? schema.$defs![given.$ref.replace("#/$defs/", "")]! : given;
  if (field.isList) {
    const item = of.items!;
    return [field.parts ? valuesFor(field.parts, item) : sampleOf({ ...field, isList: false }, item)];
  }
  if (field.values) return valuesOf(field.values)[0];
  if (field.type === "number" || field.type === "integer") return of.maximum;
  return samples[field.type as keyof typeof samples];
}

const valuesFor = (fields: Fields, { properties }: JsonSchema): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sampleOf(field, properties![name]!)])),
  ...("validTo" in fields && { validFrom: "2020-01-01", validTo: "2030-01-01" }),
});

/** A valid document with a record or two of every kind, in which every field of every kind has a value. */
export function fullDocument(key: string): EcosystemDocument {
  const collections = recordKindNames.map((kind) => {
    const values = valuesFor(recordKinds[kind].fields, schema.properties![kind]!.items!);
    return [kind, (corrections[kind] ?? [{}]).map((correction) => ({ ...values, ...correction }))];
  });
  const ecosystem = { key, name: "Full", valueProposition: "Value", description: "Description", focal: "one" };
  return JSON.parse(JSON.stringify({ format: "ecosystem/1", ecosystem, ...Object.fromEntries(collections) }));
}
