import neo4j from "neo4j-driver";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { migrate, pendingMigrations } from "../../cypher/migrations/migrate.ts";
import { lockEcosystem } from "../../cypher/records/change-records.ts";
import { clearUnfinishedImports } from "../../cypher/records/clear-unfinished-imports.ts";
import { listStaged, stageRecords } from "../../cypher/records/staged-records.ts";

// What a start finds of those before it: an import that did not end, a database of a later version.

const { uri, username, password } = inject("neo4j");
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
let db: Database;
beforeAll(async () => {
  db = openDatabase(inject("neo4j"));
  await migrate(db);
});
afterAll(async () => {
  await driver.close();
  await db?.close();
});

const topics = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    kind: "topics" as const,
    key: `t${at}`,
    after: { key: `t${at}`, name: `Topic ${at}` },
  }));

test("of several processes that bring one database up to date at once none fails", async () => {
  const names = Array.from({ length: 20 }, (_, at) => `racing_${at}`);
  const statements = names.map(
    (name) => `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${name}) ON EACH [n.name]`,
  );
  await Promise.all([1, 2, 3].map(() => db.schema(statements)));
  const { records } = await driver.executeQuery("SHOW INDEXES YIELD name WHERE name STARTS WITH 'racing_' RETURN name");
  expect(records).toHaveLength(names.length);
  for (const name of names) await driver.executeQuery(`DROP INDEX ${name}`);
});

test("records of an import that did not end are deleted at the next start, and leave no ecosystem behind", async () => {
  const key = `unfinished-${process.pid}`;
  const died = new Error("the process has died");
  const staging = db.transaction(async (tx) => {
    await lockEcosystem(tx, key);
    await stageRecords(db, tx, key, topics(30), 1);
    throw died;
  });
  await expect(staging).rejects.toThrow(died);
  expect(await listStaged(db)).toContain(key);
  await clearUnfinishedImports(db);
  expect(await listStaged(db)).not.toContain(key);
  const { records } = await driver.executeQuery("MATCH (n {key: $key}) RETURN count(n) AS nodes", { key });
  expect(records[0]!.get("nodes")).toBe(0);
});

test("a database of a later version is refused by name, before anything is touched", async () => {
  const name = "999-from-the-future.cypher";
  await driver.executeQuery("CREATE (:Migration {name: $name})", { name });
  try {
    await expect(migrate(db)).rejects.toThrow(
      `This database was made by a later version of Ecotone (it has ${name}): use that version or a later one.`,
    );
  } finally {
    await driver.executeQuery("MATCH (m:Migration {name: $name}) DELETE m", { name });
  }
  await migrate(db);
});

test("a migration that fails is named, and those before it stay applied", async () => {
  const { records } = await driver.executeQuery("MATCH (m:Migration) RETURN m.name AS name ORDER BY name DESC LIMIT 1");
  const name = records[0]!.get("name");
  await driver.executeQuery("MATCH (m:Migration {name: $name}) DELETE m", { name });
  const broken: Database = { ...db, schema: () => Promise.reject(new Error("no room")) };
  await expect(migrate(broken)).rejects.toThrow(
    `The database could not be brought up to date: ${name} failed (no room). The next start tries it again.`,
  );
  await migrate(db);
});

test("a migration is applied again where another process has just taken away the index that it waits for", async () => {
  const { records } = await driver.executeQuery("MATCH (m:Migration) RETURN m.name AS name ORDER BY name DESC LIMIT 1");
  const name = records[0]!.get("name");
  await driver.executeQuery("MATCH (m:Migration {name: $name}) DELETE m", { name });
  const takenAway = Object.assign(new Error("No such index"), { code: "Neo.ClientError.Schema.IndexNotFound" });
  let calls = 0;
  const schema: Database["schema"] = (statements) =>
    calls++ === 0 ? Promise.reject(takenAway) : db.schema(statements);
  await migrate({ ...db, schema });
  expect(calls).toBe(2);
  expect(await pendingMigrations(db)).toEqual([]);
});
