import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { documentJsonSchema, documentSchema, type JsonSchema } from "../../../cypher/model/document-schema.ts";
import { probesOf } from "../../support/schema-probes.ts";

const contract = JSON.parse(readFileSync("tests/contract/ecosystem.schema.json", "utf8"));
const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as typeof addFormats.default)(ajv);
const byContract = ajv.compile(contract);
const byDescription = ajv.compile(documentJsonSchema());

/** Collections that the contract, which is never edited, does not know: it refuses documents that have them. */
const additions = /^\/reviews\b/;

describe.each([
  ["the contract", contract],
  ["our own schema", documentJsonSchema()],
])("probes of each field and bound of %s", (_whose, schema) => {
  const probes = probesOf(schema);

  test("are accepted and refused alike by both", () => {
    const outcomes = probes.map(({ name, document }) => ({
      name,
      theirs: byContract(document),
      ours: byDescription(document),
    }));
    const known = outcomes.filter(({ name }) => !additions.test(name));
    expect(known.filter(({ theirs, ours }) => theirs !== ours)).toEqual([]);
    // Of both there are many, or the probes prove nothing.
    expect(outcomes.filter(({ theirs }) => theirs).length).toBeGreaterThan(1_500);
    expect(outcomes.filter(({ theirs }) => !theirs).length).toBeGreaterThan(5_000);
  });

  test("break each keyword of each field at least once", () => {
    const every = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as typeof addFormats.default)(every);
    const validate = every.compile(schema);
    const broken = new Set<string>();
    for (const { document } of probes)
      if (!validate(document))
        for (const { instancePath, keyword } of validate.errors!)
          broken.add(`${instancePath.replace(/\/\d+/g, "[]")} ${keyword}`);
    const keywords = [...keywordsOf(schema, schema, "")];
    expect(keywords.length).toBeGreaterThan(500);
    expect(keywords.filter((keyword) => !broken.has(keyword))).toEqual([]);
  });
});

test("zod judges every probe as the JSON Schema does that is made of it", () => {
  const checked = documentSchema();
  const apart = probesOf(contract).filter(
    ({ document }) => checked.safeParse(document).success !== byDescription(document),
  );
  expect(apart.map(({ name }) => name)).toEqual([]);
});

const restricting =
  /^(type|required|additionalProperties|oneOf|const|enum|pattern|format|uniqueItems|(exclusiveM|m)(in|ax)\w+)$/;

/** Each keyword that restricts a value, with the place in documents that it restricts. */
function* keywordsOf(root: JsonSchema, given: JsonSchema, place: string): Iterable<string> {
  const schema = given.$ref ? root.$defs![given.$ref.replace("#/$defs/", "")]! : given;
  for (const keyword of Object.keys(schema)) if (restricting.test(keyword)) yield `${place} ${keyword}`;
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    yield* keywordsOf(root, property, `${place}/${name}`);
  if (schema.items) yield* keywordsOf(root, schema.items, `${place}[]`);
}
