import { readdirSync, readFileSync } from "node:fs";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ZodObject } from "zod";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { definedQueries, openDatabase } from "../../cypher/database.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import "../../cypher/changes/answers.ts";
import "../../cypher/changes/history.ts";
import "../../cypher/changes/logged.ts";
import "../../cypher/ecosystems/count-records.ts";
import "../../cypher/ecosystems/deleted.ts";
import "../../cypher/ecosystems/ecosystems.ts";
import "../../cypher/ecosystems/read-at.ts";
import "../../cypher/ecosystems/read-since.ts";
import "../../cypher/imports/imported-files.ts";
import "../../cypher/layout/pins.ts";
import "../../cypher/links/link-parts.ts";
import "../../cypher/records/change-records.ts";
import "../../cypher/records/find-records.ts";
import "../../cypher/records/merged-keys.ts";
import "../../cypher/records/read-named.ts";
import "../../cypher/records/read-stored.ts";
import "../../cypher/search/search.ts";
import "../../cypher/sessions/sessions.ts";
import "../../cypher/sources/sources.ts";
import "../../cypher/views/views.ts";

const files = readdirSync("cypher", { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".cypher") && !/\d{3}-/.test(name),
);
let driver: Driver;

beforeAll(async () => {
  const { uri, username, password } = inject("neo4j");
  driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  const db = openDatabase(inject("neo4j"));
  await migrate(db);
  // The planner chooses by how many nodes and relationships there are: an empty database tells nothing of its choice.
  const document = JSON.parse(readFileSync("seed/sysco.json", "utf8"));
  document.ecosystem.key = `queries-${process.pid}`;
  const { errors } = await importEcosystem(db, {
    format: "ECOSYSTEM",
    content: JSON.stringify(document),
    who: "Tester",
  });
  expect(errors).toEqual([]);
  await db.close();
  // Labels that no node has yet would be warned of: the tables of the change log, sessions and answers are made known.
  for (const statement of readFileSync("tests/cypher/known-names.cypher", "utf8")
    .split(";")
    .filter((text) => text.trim()))
    await driver.executeQuery(statement);
});
afterAll(() => driver.close());

test("every .cypher file has a binding, and every binding a file", () => {
  const bound = definedQueries.map((query) => query.name).sort();
  expect(bound).toEqual(files.map((name) => name.replace(/^.*\//, "").replace(".cypher", "")).sort());
});

describe.each(definedQueries)("$name", (query) => {
  test("is explained by the database: columns, parameters, no warning, an index at the entry point", async () => {
    const parameters = Object.fromEntries(query.parameters.map((name) => [name, example(name)]));
    const { records: _, summary, keys } = await driver.executeQuery(`EXPLAIN ${query.text}`, parameters);
    const columns = query.row instanceof ZodObject ? Object.keys(query.row.shape) : [];
    expect([...keys].sort()).toEqual(columns.sort());
    const named = [...query.text.matchAll(/(?<!\$)\$([a-z]\w*)/gi)].map((found) => found[1]!);
    expect([...new Set(named)].sort()).toEqual([...query.parameters].sort());
    expect(
      summary.gqlStatusObjects
        .filter((status) => /^0[1-3]N/.test(status.gqlStatus))
        .map((status) => status.statusDescription),
    ).toEqual([]);
    const operators = operatorsOf(summary.plan as never);
    if (!["list-ecosystems", "find-any-ecosystem", "read-migrations"].includes(query.name))
      expect(operators.filter((operator) => /NodeByLabelScan|AllNodesScan/.test(operator))).toEqual([]);
    // Plain relationships stand at every actor: a query that went along all of a node's would slow down with them.
    // What refers to a record is found along all of them: there are at most as many as there are references.
    if (query.name !== "read-referring")
      expect(operators.filter((operator) => /Expand\(All\)/.test(operator))).toEqual([]);
  });
});

function example(name: string): unknown {
  if (["rows", "buckets", "keys", "fields", "types", "kinds"].includes(name)) return [];
  if (["first", "revision", "before", "most"].includes(name)) return 1;
  return ["head", "change", "source", "view", "labels", "actorLabels"].includes(name) ? {} : "x";
}

function operatorsOf(plan: { operatorType: string; children: never[] }): string[] {
  return [plan.operatorType, ...plan.children.flatMap(operatorsOf)];
}
