// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { collectOperations } from "../../web/build/page-operations.ts";

const schema = buildSchema(readFileSync("api/schema.graphql", "utf8"));
const operations = Object.values(await collectOperations()).map((text) => {
  const name = /^(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? "";
  return { name, text };
});

test("there are operations to check, each with a name of its own", () => {
  const names = operations.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name, at) => name === "" || names.indexOf(name) !== at)).toEqual([]);
});

test.each(operations)("$name asks only for what the schema has", ({ text }) => {
  expect(validate(schema, parse(text))).toEqual([]);
});

test("documents stand in files named *.graphql.ts, where the build looks for them", () => {
  const files = readdirSync("web", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const holding = files.filter((file) => /\b(graphql|gql)\(\s*[`"']/.test(readFileSync(join("web", file), "utf8")));
  expect(holding.length).toBeGreaterThan(15);
  expect(holding.filter((file) => !file.endsWith(".graphql.ts"))).toEqual([]);
});
