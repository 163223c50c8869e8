import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { readHistories } from "../../cypher/changes/history.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { plainRelationshipsOf } from "../../cypher/records/plain-relationships.ts";
import { linksOf } from "../../cypher/records/stored-record.ts";
import { countRecords, documentOf } from "../bench/ecosystems.ts";
import { disturbed } from "../support/disturbed-database.ts";

let db: Database;
let driver: Driver;
beforeAll(async () => {
  const { uri, username, password } = inject("neo4j");
  driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  db = openDatabase(inject("neo4j"));
  await migrate(db);
});
afterAll(async () => {
  await db.close();
  await driver.close();
});

/** Enough for the records to be staged, five thousand at a time. */
const many = 11_000;
const store = (document: EcosystemDocument, into = db, replace = false) =>
  importEcosystem(into, { format: "ECOSYSTEM", content: JSON.stringify(document), who: "Tester", replace });
const count = async (query: string, key: string): Promise<number> =>
  (await driver.executeQuery(query, { key })).records[0]!.get("count");
const staged = (key: string) => count("MATCH (r:Staged {ecosystem: $key}) RETURN count(r) AS count", key);
const joined = (key: string) =>
  count("MATCH (:Record {ecosystem: $key})-[l]->(:Record {ecosystem: $key}) RETURN count(l) AS count", key);
const linksIn = (document: EcosystemDocument) =>
  recordKindNames.flatMap((kind) =>
    (document[kind] ?? []).flatMap((record) => [
      ...linksOf(kind, record as never),
      ...plainRelationshipsOf(kind, record as never),
    ]),
  ).length;

test("many records are seen all at once, joined and logged as a few are", async () => {
  const document = documentOf(many, "many");
  const importing = { under: true };
  const seen = new Set<number>();
  const watching = (async () => {
    while (importing.under) {
      const found = await readDocument(db, "many");
      seen.add(found ? countRecords(found.document) : 0);
    }
  })();
  const outcome = await store(document).finally(() => {
    importing.under = false;
  });
  await watching;
  expect(outcome).toMatchObject({ created: many, errors: [] });
  expect([...seen].filter((records) => records !== many)).toEqual([0]);
  expect(await staged("many")).toBe(0);
  expect(await joined("many")).toBe(linksIn(document));
  expect(await store(document)).toMatchObject({ created: 0, updated: 0, unchanged: many });
  expect(await readHistories(db, [{ ecosystem: "many", kind: "actors", key: "a7", first: 10 }])).toEqual([
    [expect.objectContaining({ revision: 1, before: null, after: expect.objectContaining({ key: "a7" }) })],
  ]);
}, 240_000);

test("an import into which another one, given up, still writes shows nothing, and the next clears up; many go as they came", async () => {
  const document = documentOf(many, "cut-off");
  const late = "CREATE (:Staged {ecosystem: 'cut-off', kind: 'actors', key: 'late'})";
  const meanwhile = disturbed(db, (query) => query === "publish-staged" && driver.executeQuery(late));
  await expect(store(document, meanwhile)).rejects.toThrow(/given up is still ending/);
  expect(await staged("cut-off")).toBe(many + 1);
  expect(await readDocument(db, "cut-off")).toBeNull();
  expect(await store(document)).toMatchObject({ created: many });
  expect(await staged("cut-off")).toBe(0);
  expect(await joined("cut-off")).toBe(linksIn(document));

  const { evidence: _, ...actor } = document.actors![0]!;
  const rest: EcosystemDocument = { format: "ecosystem/1", ecosystem: document.ecosystem, actors: [actor] };
  expect(await store(rest, db, true)).toMatchObject({ updated: 1, removed: many - 1 });
  expect((await readDocument(db, "cut-off"))?.document).toEqual(rest);
  expect(await staged("cut-off")).toBe(0);
}, 240_000);

test("an update draws what a record refers to anew, and leaves alone what others refer to", async () => {
  const document = documentOf(many, "redrawn");
  await store(document);
  const [first] = document.offerings!;
  const changed = { ...document, offerings: [{ ...first!, provider: "a1", evidence: ["e1", "e2"] }] };
  await store({ format: "ecosystem/1", ecosystem: document.ecosystem, offerings: changed.offerings });
  const { records } = await driver.executeQuery(
    "MATCH (:Offering {ecosystem: 'redrawn', key: $key})-[l]->(t) WHERE l.record IS NULL RETURN type(l) AS type, t.key AS key ORDER BY type, key",
    { key: first!.key },
  );
  expect(records.map((row) => [row.get("type"), row.get("key")])).toEqual(
    linksOf("offerings", changed.offerings[0]!)
      .map(({ type, to }) => [type, to])
      .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  );
  expect(await joined("redrawn")).toBe(
    linksIn({ ...document, offerings: [changed.offerings[0]!, ...document.offerings!.slice(1)] }),
  );
}, 240_000);
