import { readFileSync } from "node:fs";
import { buildSchema, type DocumentNode, parse, print, validate } from "graphql";
import { expect, test } from "vitest";
import * as operations from "../../web/graphql/operations.ts";
import * as layoutOperations from "../../web/graphql/operations-layout.ts";

const schema = buildSchema(readFileSync("api/schema.graphql", "utf8"));

import * as reportOperations from "../../web/graphql/operations-report.ts";
import * as timeOperations from "../../web/graphql/operations-time.ts";

const documents = Object.entries({ ...operations, ...layoutOperations, ...timeOperations, ...reportOperations }).filter(
  (entry): entry is [string, never] => typeof entry[1] === "object" && entry[1] !== null && "kind" in entry[1],
);

test("there are operations to check", () => expect(documents.length).toBeGreaterThan(8));

test.each(documents)("%s asks only for what the schema has", (_name, document: DocumentNode) => {
  expect(validate(schema, parse(print(document)))).toEqual([]);
});
