import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../api/changes/batch/draft.ts";
import { planChanges, type RecordEdit } from "../../api/changes/batch/plan-changes.ts";
import { planMerge } from "../../api/changes/batch/plan-merge.ts";
import { planRevert } from "../../api/changes/batch/plan-revert.ts";
import { runBatch } from "../../api/changes/batch/run-batch.ts";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { readDocumentAt } from "../../cypher/ecosystems/read-at.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { PlainStore, textOf } from "../support/plain-store.ts";
import { randomChange, sequences } from "../support/random-changes.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

async function stored(key: string): Promise<PlainStore> {
  const document = smallEcosystem(key);
  const content = JSON.stringify(document);
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  return new PlainStore(document);
}

test(
  "random changes, reverts and merges leave in the graph what they leave in a plain model, at each revision",
  async () => {
    for (let seed = 1; seed <= sequences(4); seed++) {
      const random = seededRandom(seed);
      const key = `known-${process.pid}-${seed}`;
      const model = await stored(key);
      for (let step = 0; step < 12; step++) {
        const plan = randomChange(model, random);
        const draft = model.change(plan);
        const outcome = await runBatch(api.db, "test", { ecosystem: key, who: "Pat" }, plan);
        const told = (errors: typeof draft.errors) => errors.map(({ path, code }) => `${path} ${code}`);
        expect(told(outcome.errors)).toEqual(told(draft.errors.slice(0, 100)));
        const now = (await readDocument(api.db, key))!;
        const tags = (text: string) => text.replace(/"at":"[^"]*"/g, "");
        expect([now.revision, tags(textOf(now.document))]).toEqual([
          model.revision,
          tags(model.texts[model.revision]!),
        ]);
      }
      for (let revision = 1; revision <= model.revision; revision++) {
        const then = (await readDocumentAt(api.db, key, revision))!;
        expect(textOf(then.document).replace(/"at":"[^"]*"/g, "")).toBe(
          model.texts[revision]!.replace(/"at":"[^"]*"/g, ""),
        );
      }
    }
  },
  60_000 * sequences(4),
);

test("asKnownAt gives measures, map, records, document, views and head as they were; what is of now only refuses it", async () => {
  const key = `asknown-${process.pid}`;
  await stored(key);
  const fields = `name revision coherence(asOf: "2025-01-01") { score } map(asOf: "2025-01-01") { nodes { key } }
    records(kind: CLAIMS) { edges { node { key version history { revision } } } } views { key name } document`;
  const now = async () => (await api.query(`{ ecosystem(key: "${key}") { ${fields} } }`)).data.ecosystem;
  const moment = () => new Date().toISOString();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
  const states: { at: string; state: object }[] = [];
  const keep = async () => {
    states.push({ state: await now(), at: moment() });
    await pause();
  };
  await keep();
  const edit = (fields: object, expectedVersion: number, record: string): RecordEdit => ({
    ...{ does: "put", kind: "claims", path: "/changes/0/claim", expectedVersion, record },
    fields: fields as Record<string, unknown>,
  });
  const run = (plan: (draft: Draft) => void) => runBatch(api.db, "test", { ecosystem: key, who: "Pat" }, plan);
  await run((draft) => planChanges(draft, [edit({ extent: 0.1, validFrom: "2020-01-01" }, 1, "sysco|sysco|make|")]));
  await keep();
  const input = { ecosystem: key, key: "v", name: "First", state: "" };
  const save = (more: object) =>
    api.query("mutation ($input: SaveViewInput!) { saveView(input: $input) { revision } }", {
      input: { ...input, ...more },
    });
  expect((await save({})).errors).toBeUndefined();
  await keep();
  expect((await save({ name: "Second", version: 1 })).errors).toBeUndefined();
  const set = await api.query(
    "mutation ($input: SetEcosystemInput!) { setEcosystem(input: $input) { revision errors { message } } }",
    { input: { key, expectedRevision: 4, name: "Renamed" } },
  );
  expect(set.data.setEcosystem).toEqual({ revision: 5, errors: [] });
  await keep();
  await run((draft) => planRevert(draft, 2));
  for (const { at, state } of states) {
    const { data, errors } = await api.query(
      `query ($at: DateTime) { ecosystem(key: "${key}", asKnownAt: $at) { ${fields} asKnown { isOldestHead } } }`,
      { at },
    );
    expect(errors).toBeUndefined();
    const { asKnown, ...then } = data.ecosystem;
    expect([then, asKnown]).toEqual([state, { isOldestHead: false }]);
  }
  const early = await api.query(`{ ecosystem(key: "${key}", asKnownAt: "2001-01-01T00:00:00Z") { name } }`);
  expect(early.data).toEqual({ ecosystem: null });
  const search = await api.query(
    `{ ecosystem(key: "${key}", asKnownAt: "${states[0]!.at}") { search(text: "a") { score } } }`,
  );
  expect(search.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: "NOT_AS_KNOWN" });
  const wrong = await api.query(`{ ecosystem(key: "${key}", asKnownAt: "yesterday") { name } }`);
  expect(wrong.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("a merged key goes on answering in the API and in imports, until the merge is reverted", async () => {
  const key = `merged-${process.pid}`;
  await stored(key);
  const merging = {
    kind: "actors" as const,
    into: "sysco",
    intoVersion: 1,
    from: "gone",
    fromVersion: 1,
    choices: [{ field: "kinds", keep: "INTO" as const }],
  };
  const run = (plan: (draft: Draft) => void) => runBatch(api.db, "test", { ecosystem: key, who: "Pat" }, plan);
  expect((await run((draft) => planMerge(draft, merging))).errors).toEqual([]);
  const ask = async () =>
    (await api.query(`{ ecosystem(key: "${key}") { actor(key: "gone") { key name aliases } } }`)).data.ecosystem.actor;
  expect(await ask()).toEqual({ key: "sysco", name: "SysCo", aliases: ["System Company", "Gone Ltd"] });
  const again = {
    actors: [{ key: "gone", name: "Gone Ltd", kinds: ["OTHER"] }],
    stances: [{ actor: "gone", topic: "open", position: 1, validFrom: "2026-01-01" }],
  };
  const content = JSON.stringify({ format: "ecosystem/1", ecosystem: smallEcosystem(key).ecosystem, ...again });
  const imported = await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" });
  expect([imported.errors, imported.created, imported.warnings.length]).toEqual([[], 1, 1]);
  const { document } = (await readDocument(api.db, key))!;
  expect(document.actors!.map((it) => it.key)).not.toContain("gone");
  expect(document.stances).toContainEqual({ actor: "sysco", topic: "open", position: 1, validFrom: "2026-01-01" });
  expect((await run((draft) => planRevert(draft, 2))).errors).toEqual([]);
  expect((await ask()).key).toBe("gone");
});
