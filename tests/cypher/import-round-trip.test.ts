import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { readChanges, readHistories } from "../../cypher/changes/history.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { readDocument, readRevision } from "../../cypher/ecosystems/ecosystems.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";
import { searchRecords } from "../../cypher/search/search.ts";
import { fullDocument } from "../support/full-document.ts";

let db: Database;
beforeAll(async () => {
  db = openDatabase(inject("neo4j"));
  await migrate(db);
});
afterAll(() => db.close());

const who = "Tester";
const store = (document: EcosystemDocument, more: object = {}) =>
  importEcosystem(db, { format: "ECOSYSTEM", content: JSON.stringify(document), who, ...more });
const small = (key: string, name = "Pump & Co"): EcosystemDocument => ({
  format: "ecosystem/1",
  ecosystem: { key, name: "Pumps" },
  actors: [{ key: "pumpco", name, kinds: ["MANUFACTURER", "START_UP"] }],
  activities: [{ key: "make", name: "Make pumps", layer: "EQUIPMENT" }],
  claims: [{ by: "pumpco", about: "pumpco", activity: "make", extent: 0.5, lead: true }],
});

/** Records in one order and without nulls: the same facts give the same value. */
function facts(document: EcosystemDocument) {
  const strip = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  return Object.fromEntries(
    recordKindNames.map((kind) => {
      const records = (document[kind] ?? []) as never[];
      const sorted = records.map((record) => [identityOf(kind, record), strip(record)] as const);
      return [kind, Object.fromEntries(sorted)];
    }),
  );
}

test("what was imported comes back as the same facts, of every kind of record", async () => {
  const document = JSON.parse(readFileSync("seed/sysco.json", "utf8")) as EcosystemDocument;
  document.ecosystem.key = "round-trip";
  const outcome = await store(document);
  expect(outcome.errors).toEqual([]);
  const back = await readDocument(db, "round-trip");
  expect(back?.document.ecosystem).toEqual(document.ecosystem);
  expect(facts(back!.document)).toEqual(facts(document));
});

test("every field of every kind of record is stored and given back", async () => {
  const document = fullDocument("full");
  expect(await store(document)).toMatchObject({ errors: [] });
  const back = await readDocument(db, "full");
  expect(back?.document.ecosystem).toEqual(document.ecosystem);
  expect(facts(back!.document)).toEqual(facts(document));
  expect(await store(document)).toMatchObject({ created: 0, updated: 0, removed: 0, errors: [] });
});

test("an activity without a layer, a share, labels and a website come, change and go", async () => {
  const { actors, activities, claims, ...head } = small("second");
  const actor = actors![0]!;
  const { layer: _, ...activity } = activities![0]!;
  const relation = { from: "pumpco", to: "valveco", type: "OWNS" as const };
  const offering = { key: "pump", name: "Pump", provider: "pumpco", type: "PRODUCT" as const };
  const owned = { ...actor, key: "valveco" };
  const first = { ...head, actors: [actor, owned], activities: [activity], claims: claims! };
  const stored = async (more: object) => {
    const document = { ...first, ...more } as EcosystemDocument;
    expect(await store(document)).toMatchObject({ errors: [] });
    expect(facts((await readDocument(db, "second"))!.document)).toEqual(facts(document));
  };
  await stored({
    relations: [{ ...relation, share: 0.6 }],
    offerings: [{ ...offering, labels: ["b", "a"], website: "http://x" }],
  });
  await stored({ relations: [{ ...relation, share: 1 }], offerings: [{ ...offering, labels: ["c"] }], activities });
  await stored({ relations: [relation], offerings: [offering], activities: [activity] });
});

test("the same file twice changes nothing and leaves the revision alone", async () => {
  await store(small("twice"));
  const outcome = await store(small("twice"));
  expect(outcome).toMatchObject({ created: 0, updated: 0, removed: 0, unchanged: 3, errors: [] });
  expect(await readRevision(db, "twice")).toBe(1);
});

test("every change is logged with who, when, before and after", async () => {
  await store(small("logged"));
  await store(small("logged", "Pumps United"), { why: "They merged" });
  const [history] = await readHistories(db, [{ ecosystem: "logged", kind: "actors", key: "pumpco", first: 10 }]);
  expect(history).toEqual([
    {
      revision: 2,
      at: expect.stringMatching(/^20\d\d-/),
      who,
      why: "They merged",
      before: { key: "pumpco", name: "Pump & Co", kinds: ["MANUFACTURER", "START_UP"] },
      after: { key: "pumpco", name: "Pumps United", kinds: ["MANUFACTURER", "START_UP"] },
    },
    expect.objectContaining({ revision: 1, before: null }),
  ]);
  // The head of a new ecosystem is one of its changes.
  expect(
    (await readChanges(db, "logged", 10)).map(({ revision, created, updated }) => [revision, created, updated]),
  ).toEqual([
    [2, 0, 1],
    [1, 4, 0],
  ]);
});

test("a file with any error stores nothing and says where", async () => {
  const document = small("refused");
  document.claims!.push({ by: "nobody", about: "pumpco", activity: "make", extent: 1 });
  const outcome = await store(document);
  expect(outcome.errors).toEqual([
    { path: "/claims/1/by", message: 'There is no actor "nobody": add it to the file or correct the key.' },
  ]);
  expect(await readDocument(db, "refused")).toBeNull();
});

test("a dry run says what would change and stores nothing", async () => {
  expect(await store(small("dry"), { dryRun: true })).toMatchObject({ created: 3, errors: [] });
  expect(await readDocument(db, "dry")).toBeNull();
});

test("replacing removes what the file lacks, but not what is still referred to", async () => {
  await store(small("replaced"));
  const { claims: _, ...without } = small("replaced");
  expect(await store(without, { replace: true })).toMatchObject({ removed: 1, unchanged: 2 });
  expect((await readDocument(db, "replaced"))?.document.claims).toBeUndefined();
});

test("the same idempotency key gives the first answer again and changes nothing", async () => {
  const first = await store(small("once"), { idempotencyKey: "k1" });
  const again = await store(small("once", "Another name"), { idempotencyKey: "k1" });
  expect(again).toEqual(first);
  expect(await readRevision(db, "once")).toBe(1);
});

test("of eight imports at once each is whole and each raises the revision by one", async () => {
  await store(small("crowd"));
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      store({
        format: "ecosystem/1",
        ecosystem: { key: "crowd", name: "Pumps" },
        actors: [{ key: `a${i}`, name: `A ${i}`, kinds: ["OTHER"] }],
      }),
    ),
  );
  expect(outcomes.flatMap((outcome) => outcome.errors)).toEqual([]);
  expect(await readRevision(db, "crowd")).toBe(9);
  expect((await readDocument(db, "crowd"))?.document.actors).toHaveLength(9);
});

test("Cypher and markup in a name are kept as text", async () => {
  const name = "` A`]) DETACH DELETE n // <img src=x onerror=alert(1)> $name";
  await store(small("hostile", name));
  expect((await readDocument(db, "hostile"))?.document.actors?.[0]?.name).toBe(name);
});

test("search finds who is called so before who is only described with the word, however rare the word is", async () => {
  const others = Array.from({ length: 2000 }, (_, i) => ({
    key: `other-${i}`,
    name: `Other ${i}`,
    kinds: ["CUSTOMER" as const],
    description: "A firm that buys what others make and has nothing to do with the word",
  }));
  const stored = await store({
    format: "ecosystem/1",
    ecosystem: { key: "called", name: "Names" },
    actors: [
      ...others,
      { key: "a-mill", name: "Mill", kinds: ["CUSTOMER"], description: "Quorn, quorn and quorn" },
      { key: "z-maker", name: "Quornhall", kinds: ["MANUFACTURER"] },
    ],
  });
  expect(stored.errors).toEqual([]);
  const found = async () => (await searchRecords(db, "called", "quorn", recordKindNames, 5)).map(({ key }) => key);
  await expect.poll(found).toEqual(["z-maker", "a-mill"]);
});

test("search finds a record by the beginning of a word and takes Lucene's operators as plain text", async () => {
  await store(small("search", "Zephyrine Pumps"));
  // The full-text index follows a moment after the transaction.
  await expect
    .poll(() => searchRecords(db, "search", "zephyr", recordKindNames, 5))
    .toMatchObject([{ kind: "actors", key: "pumpco" }]);
  expect(await searchRecords(db, "search", "*:* OR (", recordKindNames, 5)).toEqual([]);
});

test("a long text that is pasted finds what has its words", async () => {
  const words = Array.from({ length: 60 }, (_, i) => `w${i}`).join(" ");
  await store(small("words", words));
  await expect.poll(() => searchRecords(db, "words", words, recordKindNames, 5)).toMatchObject([{ key: "pumpco" }]);
});
