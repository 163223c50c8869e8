import { expect, inject, test } from "vitest";
import { readQuery } from "../../cypher/read-query.ts";

const ask = (text: string, parameters = {}, limitMillis = 60_000) =>
  readQuery(inject("neo4j"), { text, parameters, limitMillis });

test("a query is answered with columns and values of JSON", async () => {
  const text =
    "RETURN $x AS given, [1, null, 'a'] AS list, {a: true} AS map, date('2026-06-30') AS day, 1.0 / 0 AS infinite";
  expect(await ask(text, { x: "sysco" })).toEqual({
    columns: ["given", "list", "map", "day", "infinite"],
    rows: [["sysco", [1, null, "a"], { a: true }, "2026-06-30", "Infinity"]],
  });
  expect(await ask("UNWIND [] AS nothing RETURN nothing")).toEqual({ columns: ["nothing"], rows: [] });
  expect((await ask("EXPLAIN MATCH (n:Actor) RETURN n")).rows).toEqual([]);
  expect((await ask("PROFILE RETURN 1 AS one;")).rows).toEqual([[1]]);
});

test.each([
  "CREATE (n:Left) RETURN n",
  "MATCH (n:Actor) SET n.name = 'x'",
  "MATCH (n) DETACH DELETE n",
  "PROFILE CREATE (n:Left)",
  "// MATCH (n)\nMERGE (n:Left)",
  "CREATE INDEX left FOR (n:Left) ON (n.y)",
  "CALL db.createLabel('Left')",
  "MATCH (n:Actor) CALL (n) { SET n.name = 'x' } IN TRANSACTIONS",
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'bbbbbbbbbbbb'",
  "CREATE USER x SET PASSWORD 'aaaaaaaaaa'",
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
])("what does more than read is refused: %s", async (text) => {
  await expect(ask(text)).rejects.toThrow("does more than read, and was not run");
  expect((await ask("MATCH (n) WHERE 'Left' IN labels(n) RETURN count(n) AS left")).rows).toEqual([[0]]);
});

test("a mistake is told in one sentence, with its place in the query as written", async () => {
  const wrong = await ask("MATCH (n RETURN n").catch((error: Error) => error.message);
  expect(wrong).toMatch(/^Invalid input 'RETURN': .* \(line 1, column 10\)$/);
  await expect(ask("RETURN $x")).rejects.toThrow(/^Expected parameter\(s\): x: give it with --param NAME=VALUE\.$/);
});

test("a query that takes too long is ended", async () => {
  const product = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS total";
  await expect(ask(product, {}, 1_500)).rejects.toThrow("longer than 1.5 seconds and was ended");
  await expect
    .poll(async () => JSON.stringify(await ask("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery")))
    .not.toContain("AS total");
});

test("an answer that no process could hold is refused", async () => {
  await expect(ask("UNWIND range(1, 200000) AS a RETURN a")).rejects.toThrow("more than 100000 rows");
});
