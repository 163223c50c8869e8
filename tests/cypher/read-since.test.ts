import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { saveLayout } from "../../api/changes/layout/save-layout.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { readDocument, type StoredDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { readSince } from "../../cypher/ecosystems/read-since.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

let db: Database;
beforeAll(async () => {
  db = openDatabase(inject("neo4j"));
  await migrate(db);
});
afterAll(() => db.close());

const who = "Tester";
const store = async (document: EcosystemDocument, more: object = {}) => {
  const { errors } = await importEcosystem(db, {
    format: "ECOSYSTEM",
    content: JSON.stringify(document),
    who,
    ...more,
  });
  expect(errors).toEqual([]);
};
const seed = (key: string): EcosystemDocument => {
  const document = JSON.parse(readFileSync("seed/sysco.json", "utf8")) as EcosystemDocument;
  document.ecosystem.key = key;
  return document;
};
const read = async (key: string) => (await readDocument(db, key))!;
/** Every field of every record, in its order, undefined ones too: measures read thousands of records of one shape. */
const spelledOut = ({ revision, document }: StoredDocument) =>
  JSON.stringify([revision, document], (_, value) => (value === undefined ? "absent" : value));

test("what has been created, updated and removed since is what reading all gives, in the same shape and order", async () => {
  const document = seed("since");
  await store(document);
  let known = await read("since");
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      document.actors![3]!.employees = 12_345;
      delete document.actors![4]!.country;
      await store(document);
    },
    () => store({ ...document, actors: [{ key: "aaa-first", name: "First", kinds: ["START_UP"] }] }),
    async () => {
      document.ecosystem.name = "Another name";
      document.claims = document.claims!.slice(5);
      document.standards![0]!.history = [{ status: "PUBLISHED", on: "2024-02-03" }];
      await store(document, { replace: true });
    },
    async () => {
      const pins = [{ kind: "ACTOR" as const, key: document.actors![0]!.key, x: 5, y: 6 }];
      await saveLayout(db, { ecosystem: "since", lens: "NETWORK", pins, unpin: [], who });
    },
  ];
  for (const step of steps) {
    await step();
    const whole = await read("since");
    expect(whole.revision).toBe(known.revision + 1);
    const since = await readSince(db, known);
    expect(spelledOut(since!)).toBe(spelledOut(whole));
    known = since!;
  }
  // All steps at once, too.
  await store(seed("since-first"));
  const start = await read("since-first");
  start.document.ecosystem.key = "since";
  expect(start.revision).toBe(1);
  expect(spelledOut((await readSince(db, start))!)).toBe(spelledOut(known));
});

test("a kind without a change keeps its list", async () => {
  const document = seed("since-lists");
  await store(document);
  const before = await read("since-lists");
  document.actors![0]!.employees = 7;
  await store(document);
  const { document: after } = (await readSince(db, before))!;
  expect(after.claims).toBe(before.document.claims);
  expect(after.actors).not.toBe(before.document.actors);
});

test("without an entry for every revision, and after a large change, all is read", async () => {
  const key = "since-much";
  await store(seed(key));
  const before = await read(key);
  await db.write(
    {
      name: "raise",
      text: "MATCH (e:Ecosystem {key: $key}) SET e.revision = e.revision + 1",
      parameters: ["key"],
      row: z.object({}),
    },
    { key },
  );
  expect(await readSince(db, before)).toBeNull();

  const large = "since-large";
  await store(seed(large));
  const small = await read(large);
  const actors = Array.from({ length: 2_100 }, (_, i) => ({
    key: `new-${i}`,
    name: `New ${i}`,
    kinds: ["OTHER" as const],
  }));
  await store({ ...seed(large), actors });
  expect(await readSince(db, small)).toBeNull();
});
