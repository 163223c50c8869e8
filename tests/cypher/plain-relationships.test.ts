import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runBatch } from "../../api/changes/batch/run-batch.ts";
import { saveLayout } from "../../api/changes/layout/save-layout.ts";
import { removeTag } from "../../api/changes/tags/remove-tag.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { documentOf } from "../bench/ecosystems.ts";
import { fullDocument } from "../support/full-document.ts";
import { PlainGraph } from "../support/plain-graph.ts";
import { PlainStore } from "../support/plain-store.ts";
import { randomChange, sequences } from "../support/random-changes.ts";
import { restlessDocument } from "../support/restless-document.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// Relationships and records say the same, whatever has changed.

let graph: PlainGraph;
beforeAll(async () => {
  graph = await PlainGraph.open();
});
afterAll(() => graph.close());

test("every type and every property of a full document, each relationship with its record", async () => {
  await graph.store(fullDocument("plain-full"));
  expect(await graph.expectTheSame("plain-full")).toBeGreaterThan(8);
  const rows = await graph.run(
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
          const { errors, removed, updated } = await graph.store(document, { replace });
          if (errors.length > 0) seen.refused++;
          seen.removed += removed;
          seen.updated += updated;
          if ((await readDocument(graph.db, key)) === null) continue;
          seen.relationships += await graph.expectTheSame(key);
          const { tags = [], actors = [] } = (await readDocument(graph.db, key))!.document;
          for (const { actor, focal, label } of tags.slice(0, 1))
            await removeTag(graph.db, { ecosystem: key, who: graph.who, actor, focal, label });
          const pins = [{ kind: "ACTOR" as const, key: actors[0]!.key, x: round, y: 1 }];
          await saveLayout(graph.db, { ecosystem: key, lens: "NETWORK", pins, unpin: [], who: graph.who });
          await graph.expectTheSame(key);
        }
        await graph.store({ format: "ecosystem/1", ecosystem: { key, name: "Empty" } }, { replace: true });
        expect(await graph.shown(key)).toEqual([]);
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
      expect((await graph.store(document)).errors).toEqual([]);
      const model = new PlainStore(document);
      for (let step = 0; step < 10; step++) {
        const plan = randomChange(model, random);
        model.change(plan);
        await runBatch(graph.db, "test", { ecosystem: key, who: graph.who }, plan);
        compared += await graph.expectTheSame(key);
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
    while (isUnderWay.now) for (const row of await graph.run(query, { ecosystem })) seen.add(JSON.stringify(row));
  })();
  const outcome = await graph.store(document).finally(() => {
    isUnderWay.now = false;
  });
  await watching;
  expect(outcome).toMatchObject({ created: 11_000, errors: [] });
  const whole = await graph.expectTheSame(ecosystem);
  expect(whole).toBeGreaterThan(5_000);
  expect([...seen].filter((row) => !row.includes("true"))).not.toEqual([]);

  // A merge of many into what is there: new records among old actors.
  const again = documentOf(11_000, ecosystem);
  const moved = again.relations!.map((relation) => ({ ...relation, validFrom: "2025-05-05", validTo: undefined }));
  const claims = again.claims!.map((claim) => ({ ...claim, validFrom: "2025-05-06", validTo: undefined }));
  const capabilities = again.actorCapabilities!.map((it) => ({ ...it, validFrom: "2025-05-07", validTo: undefined }));
  const adoptions = again.adoptions!.map((it) => ({ ...it, validFrom: "2025-05-08", validTo: undefined }));
  const { created } = await graph.store({
    format: "ecosystem/1",
    ecosystem: again.ecosystem,
    ...{ relations: unique(moved, (it) => `${it.from}|${it.to}|${it.type}`) },
    ...{ claims: unique(claims, (it) => `${it.by}|${it.about}|${it.activity}`) },
    ...{ actorCapabilities: unique(capabilities, (it) => `${it.actor}|${it.capability}`) },
    ...{ adoptions: unique(adoptions, (it) => `${it.actor}|${it.standard}`) },
  });
  expect(created).toBeGreaterThan(5_000);
  expect(await graph.expectTheSame(ecosystem)).toBeGreaterThan(whole + 5_000);

  // More than can be deleted at once are withdrawn, with nothing left of them for a reader.
  const { format, ecosystem: head, actors, relations, evidence } = document;
  const { errors, removed } = await graph.store(
    { format, ecosystem: head, actors, relations, evidence },
    { replace: true },
  );
  expect(errors).toEqual([]);
  expect(removed).toBeGreaterThan(10_000);
  await graph.expectTheSame(ecosystem);
});

const unique = <R>(records: R[], nameOf: (record: R) => string): R[] => [
  ...new Map(records.map((record) => [nameOf(record), record])).values(),
];
