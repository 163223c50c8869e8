import fc from "fast-check";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { runBatch } from "../../api/changes/batch/run-batch.ts";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { saveLayout } from "../../api/changes/layout/save-layout.ts";
import { removeTag } from "../../api/changes/tags/remove-tag.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { documentOf } from "../bench/ecosystems.ts";
import { disturbed } from "../support/disturbed-database.ts";
import { fullDocument } from "../support/full-document.ts";
import { PlainStore } from "../support/plain-store.ts";
import { randomChange, sequences } from "../support/random-changes.ts";
import { restlessDocument } from "../support/restless-document.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// Relationships and records say the same, whatever has changed. What they are to say is written here from the text of
// docs/graph.md, and shares nothing with the code that writes them.

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

const types =
  "SUPPLIES PARTNERS_WITH OWNS COMPETES_WITH DEPENDS_ON CLAIMS ADOPTS PROVIDES COVERS HAS_CAPABILITY TAKES_PART_IN HOLDS_STANCE OPERATES".split(
    " ",
  );
const who = "Tester";
const store = (document: EcosystemDocument, more: object = {}) =>
  importEcosystem(db, { format: "ECOSYSTEM", content: JSON.stringify(document), who, ...more });
const run = async (query: string, parameters: object) =>
  (await driver.executeQuery(query, parameters)).records.map((record) => record.toObject());

/** Properties in one order, without those that are unknown. */
const told = (properties: object) =>
  JSON.stringify(
    Object.entries(properties)
      .filter(([, value]) => value !== undefined && value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
const line = (from: string, type: string, to: string, properties: object) =>
  `(${from})-[${type} ${told(properties)}]->(${to})`;
const label = (kind: string) => kind.replace(/(?:^|_)(.)([^_]*)/g, (_, first, rest) => first + rest.toLowerCase());

/** What the graph is to show of a document. */
function meant(document: EcosystemDocument): string[] {
  const labels = new Map(document.actors?.map(({ key, kinds }) => [key, ["Actor", ...kinds.map(label)].sort()]));
  const actor = (key: string) => `${labels.get(key)} ${key}`;
  const lines: string[] = [];
  const all = <R>(list: R[] | undefined, say: (record: R) => void) => (list ?? []).forEach(say);
  all(document.relations, ({ from, to, type, volume, share, validFrom, validTo, confidence }) => {
    const record = `${from}|${to}|${type}|${validFrom ?? ""}`;
    lines.push(line(actor(from), type, actor(to), { volume, share, validFrom, validTo, confidence, record }));
  });
  all(document.claims, ({ by, about, activity, extent, lead, validFrom, validTo, confidence }) => {
    const record = `${by ?? ""}|${about}|${activity}|${validFrom ?? ""}`;
    const properties = { extent, lead, by, validFrom, validTo, confidence, record };
    lines.push(line(actor(about), "CLAIMS", `Activity ${activity}`, properties));
  });
  all(document.adoptions, ({ actor: who, standard, extent, validFrom, validTo, confidence }) => {
    const record = `${who}|${standard}|${validFrom ?? ""}`;
    lines.push(line(actor(who), "ADOPTS", `Standard ${standard}`, { extent, validFrom, validTo, confidence, record }));
  });
  all(document.actorCapabilities, ({ actor: who, capability, level, validFrom, validTo, confidence }) => {
    const properties = { level, validFrom, validTo, confidence, record: `${who}|${capability}|${validFrom ?? ""}` };
    lines.push(line(actor(who), "HAS_CAPABILITY", `Capability ${capability}`, properties));
  });
  all(document.stances, ({ actor: who, topic, position, salience, validFrom, validTo, confidence }) => {
    const record = `${who}|${topic}|${validFrom ?? ""}`;
    const properties = { position, salience, validFrom, validTo, confidence, record };
    lines.push(line(actor(who), "HOLDS_STANCE", `Topic ${topic}`, properties));
  });
  all(document.offerings, ({ key, provider, activities = [], validFrom, validTo, confidence }) => {
    const properties = { validFrom, validTo, confidence, record: key };
    lines.push(line(actor(provider), "PROVIDES", `Offering ${key}`, properties));
    for (const activity of activities)
      lines.push(line(`Offering ${key}`, "COVERS", `Activity ${activity}`, properties));
  });
  all(document.initiatives, ({ key, participants, validFrom, validTo, confidence }) => {
    for (const who of participants) {
      const properties = { validFrom, validTo, confidence, record: key };
      lines.push(line(actor(who), "TAKES_PART_IN", `Initiative ${key}`, properties));
    }
  });
  all(document.installations, ({ key, customer, validFrom, validTo, confidence }) => {
    const properties = { validFrom, validTo, confidence, record: key };
    lines.push(line(actor(customer), "OPERATES", `Installation ${key}`, properties));
  });
  return lines.sort();
}

/** What the graph shows of an ecosystem to those who ask for the types by name, and anything else of their shape. */
async function shown(ecosystem: string): Promise<string[]> {
  const rows = await run(
    `MATCH (a)-[p]->(b) WHERE a.ecosystem = $ecosystem AND (type(p) IN $types OR size(keys(p)) > 0)
     RETURN labels(a) AS fromLabels, a.key AS from, type(p) AS type, properties(p) AS properties, labels(b) AS toLabels, b.key AS to`,
    { ecosystem, types },
  );
  const end = (labels: string[], key: string) => `${labels.filter((name) => name !== "Record").sort()} ${key}`;
  return rows
    .map((row) => line(end(row.fromLabels, row.from), row.type, end(row.toLabels, row.to), row.properties))
    .sort();
}

async function expectTheSame(ecosystem: string): Promise<number> {
  const document = (await readDocument(db, ecosystem))!.document;
  const expected = meant(document);
  expect(await shown(ecosystem)).toEqual(expected);
  return expected.length;
}

test("every type and every property of a full document, each relationship with its record", async () => {
  await store(fullDocument("plain-full"));
  expect(await expectTheSame("plain-full")).toBeGreaterThan(8);
  const rows = await run(
    `MATCH ({ecosystem: $ecosystem})-[p]->() WHERE p.record IS NOT NULL
     OPTIONAL MATCH (r:Record {ecosystem: $ecosystem, identity: p.record})-[:SUPPORTED_BY]->(e:Evidence)
     RETURN type(p) AS type, count(e) > 0 AS supported`,
    { ecosystem: "plain-full" },
  );
  expect(rows.filter(({ supported }) => !supported)).toEqual([]);
});

test("after every step of random changes: merges, replacements, tags taken away, places on the map, refused files", async () => {
  const seen = { relationships: 0, removed: 0, updated: 0, refused: 0 };
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(restlessDocument, fc.boolean()), { minLength: 4, maxLength: 5 }),
      async (steps) => {
        const key = `plain-random-${round++}`;
        for (const [drawn, replace] of steps) {
          const document = { ...drawn, ecosystem: { ...drawn.ecosystem, key } };
          const { errors, removed, updated } = await store(document, { replace });
          if (errors.length > 0) seen.refused++;
          seen.removed += removed;
          seen.updated += updated;
          if ((await readDocument(db, key)) === null) continue;
          seen.relationships += await expectTheSame(key);
          const { tags = [], actors = [] } = (await readDocument(db, key))!.document;
          for (const { actor, focal, label } of tags.slice(0, 1))
            await removeTag(db, { ecosystem: key, who, actor, focal, label });
          const pins = [{ kind: "ACTOR" as const, key: actors[0]!.key, x: round, y: 1 }];
          await saveLayout(db, { ecosystem: key, lens: "NETWORK", pins, unpin: [], who });
          await expectTheSame(key);
        }
        await store({ format: "ecosystem/1", ecosystem: { key, name: "Empty" } }, { replace: true });
        expect(await shown(key)).toEqual([]);
      },
    ),
    { numRuns: 12, seed: 20_261_127 },
  );
  // The draws are worth something only if they did all of this.
  expect(seen.relationships).toBeGreaterThan(500);
  expect(seen.removed).toBeGreaterThan(50);
  expect(seen.updated).toBeGreaterThan(50);
});

test(
  "after every step of random edits, reverts and merges",
  async () => {
    let compared = 0;
    for (let seed = 1; seed <= sequences(6); seed++) {
      const random = seededRandom(seed);
      const key = `plain-edits-${process.pid}-${seed}`;
      const document = smallEcosystem(key);
      expect((await store(document)).errors).toEqual([]);
      const model = new PlainStore(document);
      for (let step = 0; step < 10; step++) {
        const plan = randomChange(model, random);
        model.change(plan);
        await runBatch(db, "test", { ecosystem: key, who }, plan);
        compared += await expectTheSame(key);
      }
    }
    expect(compared).toBeGreaterThan(100);
  },
  60_000 * sequences(6),
);

test("many records are staged: their labels and relationships are seen all at once, and go all at once", async () => {
  const ecosystem = "plain-many";
  const document = documentOf(11_000, ecosystem);
  const isUnderWay = { now: true };
  const seen = new Set<string>();
  const watching = (async () => {
    const query = `OPTIONAL MATCH (a:Actor) WHERE a.ecosystem = $ecosystem
      WITH count(a) AS actors
      OPTIONAL MATCH (b)-[p]->() WHERE b.ecosystem = $ecosystem AND p.record IS NOT NULL
      RETURN actors > 0 AS actors, count(p) > 0 AS relationships`;
    while (isUnderWay.now) for (const row of await run(query, { ecosystem })) seen.add(JSON.stringify(row));
  })();
  const outcome = await store(document).finally(() => {
    isUnderWay.now = false;
  });
  await watching;
  expect(outcome).toMatchObject({ created: 11_000, errors: [] });
  const whole = await expectTheSame(ecosystem);
  expect(whole).toBeGreaterThan(5_000);
  expect([...seen].filter((row) => !row.includes("true"))).not.toEqual([]);

  // A merge of many into what is there: new records among old actors.
  const again = documentOf(11_000, ecosystem);
  const moved = again.relations!.map((relation) => ({ ...relation, validFrom: "2025-05-05", validTo: undefined }));
  const claims = again.claims!.map((claim) => ({ ...claim, validFrom: "2025-05-06", validTo: undefined }));
  const capabilities = again.actorCapabilities!.map((it) => ({ ...it, validFrom: "2025-05-07", validTo: undefined }));
  const adoptions = again.adoptions!.map((it) => ({ ...it, validFrom: "2025-05-08", validTo: undefined }));
  const { created } = await store({
    format: "ecosystem/1",
    ecosystem: again.ecosystem,
    ...{ relations: unique(moved, (it) => `${it.from}|${it.to}|${it.type}`) },
    ...{ claims: unique(claims, (it) => `${it.by}|${it.about}|${it.activity}`) },
    ...{ actorCapabilities: unique(capabilities, (it) => `${it.actor}|${it.capability}`) },
    ...{ adoptions: unique(adoptions, (it) => `${it.actor}|${it.standard}`) },
  });
  expect(created).toBeGreaterThan(5_000);
  expect(await expectTheSame(ecosystem)).toBeGreaterThan(whole + 5_000);

  // More than can be deleted at once are withdrawn, with nothing left of them for a reader.
  const { format, ecosystem: head, actors, relations, evidence } = document;
  const { errors, removed } = await store({ format, ecosystem: head, actors, relations, evidence }, { replace: true });
  expect(errors).toEqual([]);
  expect(removed).toBeGreaterThan(10_000);
  await expectTheSame(ecosystem);
});

const unique = <R>(records: R[], nameOf: (record: R) => string): R[] => [
  ...new Map(records.map((record) => [nameOf(record), record])).values(),
];

test("a store of an earlier version gets them at the start, also when that was cut off, and none twice", async () => {
  const small = fullDocument("plain-earlier");
  await store(small);
  await store(documentOf(6_000, "plain-earlier-large"));
  const forget = async () => {
    await run("MATCH (a)-[p]->() WHERE a.ecosystem STARTS WITH 'plain-earlier' AND p.record IS NOT NULL DELETE p", {});
    await run("MATCH (m:Migration {name: '008-plain-relationships'}) DELETE m", {});
  };
  await forget();
  // What an earlier version had staged carries the labels of the graph.
  await run("CREATE (:Staged:Actor {ecosystem: 'plain-earlier-cut', recordKind: 'actors', identity: 'left'})", {});
  expect(await shown("plain-earlier")).toEqual([]);

  let pages = 0;
  const failing: Database = {
    ...db,
    transaction: (work, limit) => {
      if (++pages > 7) throw new Error("The power is out.");
      return db.transaction(work, limit);
    },
  };
  await expect(migrate(failing)).rejects.toThrow("The power is out.");
  await migrate(db);
  await expectTheSame("plain-earlier");
  expect(await expectTheSame("plain-earlier-large")).toBeGreaterThan(2_000);
  expect(await run("MATCH (a:Actor {ecosystem: 'plain-earlier-cut'}) RETURN a", {})).toEqual([]);

  // A second run, over what is there already, with a change in between.
  await run("MATCH (m:Migration {name: '008-plain-relationships'}) DELETE m", {});
  await store({ ...small, adoptions: [] }, { replace: true });
  await migrate(db);
  await expectTheSame("plain-earlier");
  await expectTheSame("plain-earlier-large");
});

test("records that an earlier version has staged, under its own label, are cleared like any others", async () => {
  const staged = () => run("MATCH (r:Staged {ecosystem: 'earlier'}) RETURN r", {});
  await run("MATCH (m:Migration {name: '007-staged-records.cypher'}) DELETE m", {});
  await run("CREATE (:Aside {ecosystem: 'earlier', recordKind: 'actors', identity: 'left'})", {});
  await migrate(db);
  expect(await run("MATCH (r:Aside) RETURN r", {})).toEqual([]);
  expect(await staged()).toHaveLength(1);
  await store(documentOf(6_000, "earlier"));
  expect(await staged()).toEqual([]);
});

test("a migration that begins while an import is staging leaves alone what it stages", async () => {
  await run("MATCH (m:Migration {name: '008-plain-relationships'}) DELETE m", {});
  let migrating: Promise<void> | undefined;
  /** Until the migration has cleared, or waits for the lock to. */
  const migratingSoon = () =>
    new Promise<void>((done, failed) => {
      migrating = migrate(disturbed(db, (query) => query === "lock-ecosystem" && done()));
      migrating.catch(failed);
    });
  const meanwhile = disturbed(db, (query) => query === "publish-staged" && migratingSoon());
  const document = documentOf(6_000, "staging");
  const request = { format: "ECOSYSTEM", content: JSON.stringify(document), who } as const;
  expect(await importEcosystem(meanwhile, request)).toMatchObject({ created: 6_000, errors: [] });
  await migrating;
  await expectTheSame("staging");
});
