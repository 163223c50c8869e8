import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recordFields } from "../../cypher/model/record-fields.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";

const schema = JSON.parse(readFileSync("api/ecosystem.schema.json", "utf8"));

test.each(recordKindNames)("every field that an import may bring of %s is read from the graph", (kind) => {
  let shape = schema.properties[kind].items;
  while (shape.$ref) shape = schema.$defs[shape.$ref.split("/").at(-1)];
  expect([...recordFields[kind]].sort()).toEqual(Object.keys(shape.properties).sort());
});
