import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planChanges } from "../../api/changes/batch/plan-changes.ts";
import { runBatch } from "../../api/changes/batch/run-batch.ts";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { coherence } from "../../api/measures/coherence/coherence.ts";
import { threats } from "../../api/measures/threat/threat.ts";
import { readRecordChange } from "../../api/schema/record-inputs.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { lockEcosystem } from "../../cypher/records/change-records.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { changesOf, shuffled } from "../support/changes-of.ts";
import { textOf } from "../support/plain-store.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
let count = 0;
const newKey = () => `change-${process.pid}-${count++}`;
const bearer = { authorization: "Bearer the-tests-own-admin-token" };
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const resultFields = `revision ecosystem { key revision }
  changed { kind key label before after version } errors { path code message }
  conflicts { kind key version field theirs yours who at }`;
const types = {
  changeRecords: "ChangeRecordsInput",
  revertChange: "RevertChangeInput",
  mergeRecords: "MergeRecordsInput",
  attachEvidence: "AttachEvidenceInput",
  setEcosystem: "SetEcosystemInput",
  deleteEcosystem: "DeleteEcosystemInput",
  restoreEcosystem: "RestoreEcosystemInput",
  copyEcosystem: "CopyEcosystemInput",
};
async function mutate(
  name: keyof typeof types,
  input: object,
  more = "",
  at: TestApi = api,
  headers?: Record<string, string>,
) {
  const { data, errors } = await at.query(
    `mutation ($input: ${types[name]}!) { ${name}(input: $input) { ${resultFields} ${more} } }`,
    { input },
    headers ?? bearer,
  );
  expect(errors).toBeUndefined();
  return data[name];
}
async function small(): Promise<string> {
  const key = newKey();
  const content = JSON.stringify(smallEcosystem(key));
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  return key;
}
const documentOf = async (key: string) => (await readDocument(api.db, key))!.document;
const change = (ecosystem: string, ...changes: object[]) => mutate("changeRecords", { ecosystem, changes });

describe("the worked example, made by changeRecords alone", () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), "utf8"));
  const expected = read("worked.expected.json");

  /** The example under another key, without who and when of its tags. */
  const exampleAs = (key: string): EcosystemDocument => {
    const document: EcosystemDocument = read("worked.json");
    const tags = document.tags!.map(({ by: _, at: __, ...tag }) => tag);
    return { ...document, ecosystem: { ...document.ecosystem, key }, tags };
  };

  async function expectTheExample(key: string): Promise<void> {
    const document = await documentOf(key);
    const tags = document.tags!.map(({ by: _, at: __, ...tag }) => tag);
    expect(textOf({ ...document, tags })).toBe(textOf(exampleAs(key)));
    const facts = factsInForce(document, { asOf: expected.asOf });
    const { score, low, high, coverage, dimensions } = coherence(facts);
    const { dimensions: each, lowest: _, ...whole } = expected.coherence;
    for (const [name, value] of Object.entries(whole))
      expect({ score, low, high, coverage }[name as "low"]).toBeCloseTo(value as number, 9);
    for (const [at, { items, score: own }] of dimensions.entries()) {
      if (own !== null) expect(own).toBeCloseTo(each[at].score, 9);
      for (const item of items)
        expect(item.loss ?? -1).toBeCloseTo(
          each[at].items.find((it: { key: string }) => it.key === item.key).loss ?? -1,
          9,
        );
    }
    const { rivals } = threats(facts, { focal: expected.focal });
    const figures = (list: { rival: string; threat: number; low: number; high: number }[]) =>
      list.map((it) => [it.rival, ...[it.threat, it.low, it.high].map((value) => value.toFixed(9))]);
    expect(figures(rivals)).toEqual(figures(expected.threats));
  }

  async function empty(): Promise<{ key: string; document: EcosystemDocument }> {
    const key = newKey();
    const document = exampleAs(key);
    const { name, valueProposition, description } = document.ecosystem;
    const made = await mutate("setEcosystem", { key, name, valueProposition, description });
    expect([made.errors, made.revision]).toEqual([[], 1]);
    return { key, document };
  }
  async function withFocal(key: string, { ecosystem }: EcosystemDocument, expectedRevision: number): Promise<void> {
    const { errors } = await mutate("setEcosystem", { key, focal: ecosystem.focal, expectedRevision });
    expect(errors).toEqual([]);
  }

  test("record by record in the order of the document, gives every figure", async () => {
    const { key, document } = await empty();
    const changes = changesOf(document);
    for (const [at, input] of changes.entries()) {
      const edit = readRecordChange(input, at);
      const { errors } = await runBatch(api.db, "changeRecords", { ecosystem: key, who: "Tester" }, (draft) =>
        planChanges(draft, [edit]),
      );
      expect(errors).toEqual([]);
    }
    await withFocal(key, document, changes.length + 1);
    await expectTheExample(key);
  });

  test("in ten random orders, gives every figure", async () => {
    const random = seededRandom(16);
    for (let order = 0; order < 10; order++) {
      const { key, document } = await empty();
      const { errors } = await change(key, ...shuffled(changesOf(document), random.next));
      expect(errors).toEqual([]);
      await withFocal(key, document, 2);
      await expectTheExample(key);
    }
  });
});

describe("a change", () => {
  test("tells each record before and after, with its version, and what it does to the judgement", async () => {
    const key = await small();
    const answer = await mutate(
      "changeRecords",
      {
        ecosystem: key,
        why: "Seen at the fair.",
        changes: [
          { claim: { record: "rivalco|rivalco|run|", expectedVersion: 1, extent: 0.2, lead: false } },
          { actor: { name: "Newcomer", kinds: ["START_UP"] } },
        ],
      },
      'effect(asOf: "2025-01-01") { before { score } after { score low high coverage isIndicative } threats { key name before after } }',
    );
    expect(answer).toMatchObject({ revision: 2, errors: [], conflicts: [], ecosystem: { key, revision: 2 } });
    expect(answer.changed).toMatchObject([
      { kind: "CLAIMS", key: "rivalco|rivalco|run|", version: 2, before: { extent: 1 }, after: { extent: 0.2 } },
      { kind: "ACTORS", key: "newcomer", label: "Newcomer", version: 2, before: null, after: { name: "Newcomer" } },
    ]);
    const [was, is] = await Promise.all(
      [1, 2].map(async (revision) => {
        const { data } = await api.query(
          `{ ecosystem(key: "${key}") { coherence(asOf: "2025-01-01") { score low } threats(asOf: "2025-01-01") { rivals { rival { key } threat } } } }`,
        );
        return { revision, ...data.ecosystem };
      }),
    );
    expect(is.coherence).toEqual(was.coherence);
    expect(answer.effect.after.score).toBeCloseTo(is.coherence.score, 12);
    expect(answer.effect.before.score).not.toBeCloseTo(is.coherence.score, 6);
    const rival = is.threats.rivals.find((it: { rival: { key: string } }) => it.rival.key === "rivalco");
    expect(answer.effect.threats).toMatchObject([{ key: "rivalco", name: "RivalCo", after: rival.threat }]);
    const { data } = await api.query(
      `{ ecosystem(key: "${key}") { changes(first: 1) { who why created updated removed } actor(key: "newcomer") { version } } }`,
    );
    expect(data.ecosystem).toEqual({
      changes: [{ who: "admin", why: "Seen at the fair.", created: 1, updated: 1, removed: 0 }],
      actor: { version: 2 },
    });
  });

  test("that is a dry run stores nothing and tells the same, its effect included", async () => {
    const key = await small();
    const input = {
      ecosystem: key,
      changes: [{ claim: { record: "rivalco|rivalco|run|", expectedVersion: 1, lead: null } }],
    };
    const effect = 'effect(asOf: "2025-01-01") { after { score } threats { key after } }';
    const dry = await mutate("changeRecords", { ...input, dryRun: true }, effect);
    expect(dry).toMatchObject({ revision: null, ecosystem: { revision: 1 }, errors: [] });
    expect(dry.changed).toMatchObject([{ version: null, before: { lead: true } }]);
    expect((await documentOf(key)).claims).toEqual(
      expect.arrayContaining([expect.objectContaining({ by: "rivalco", about: "rivalco", lead: true })]),
    );
    const stored = await mutate("changeRecords", input, effect);
    expect([stored.revision, stored.effect]).toEqual([2, dry.effect]);
  });

  test("with any error stores nothing; one that changes nothing raises no revision", async () => {
    const key = await small();
    const bad = await change(
      key,
      { topic: { name: "Fine" } },
      { claim: { about: "nobody", activity: "run", extent: 3 } },
    );
    expect(bad).toMatchObject({ revision: null, changed: [] });
    expect(bad.errors).toEqual([
      { path: "/changes/1/claim/extent", code: "INVALID", message: "Extent must be at most 1, not 3." },
    ]);
    const same = await change(key, { actor: { key: "mill", expectedVersion: 1, name: "Mill Nine" } });
    expect(same).toMatchObject({ revision: null, changed: [], errors: [] });
    expect((await readDocument(api.db, key))!.revision).toBe(1);
    const nowhere = await mutate("changeRecords", { ecosystem: "no-such", changes: [] });
    expect(nowhere.errors).toMatchObject([{ path: "/ecosystem", code: "NOT_FOUND" }]);
  });

  test("comes once for one idempotency key of a person; another input is refused, another person's key is another", async () => {
    const key = await small();
    const input = { ecosystem: key, idempotencyKey: "k1", changes: [{ topic: { name: "Once" } }] };
    const first = await mutate("changeRecords", input);
    const again = await mutate("changeRecords", input);
    expect([again.revision, again.changed]).toEqual([first.revision, first.changed]);
    const other = await mutate("changeRecords", { ...input, changes: [{ topic: { name: "Twice" } }] });
    expect(other.errors).toMatchObject([{ path: "/idempotencyKey", code: "INVALID" }]);
    // Two people of one name.
    for (const [at, cookie] of [await api.signIn("Ann"), await api.signIn("Ann")].entries()) {
      const own = await mutate("changeRecords", input, "", api, { cookie, "x-csrf": "1" });
      expect(own.revision).toBe(3 + at);
    }
    expect((await documentOf(key)).topics!.map((it) => it.key).sort()).toEqual(["once", "once-2", "once-3", "open"]);
  });

  test("waits for an import that holds the lock, and is told to try again when that takes too long", async () => {
    const key = await small();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holding = api.db.transaction(async (tx) => {
      await lockEcosystem(tx, key);
      await held;
    }, 60_000);
    const send = () =>
      api.query("mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { revision } }", {
        input: { ecosystem: key, idempotencyKey: "late", changes: [{ topic: { name: "Late" } }] },
      });
    const begun = Date.now();
    const refused = await send();
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "UNAVAILABLE", retriable: true });
    expect(Date.now() - begun).toBeGreaterThan(8_000);
    const waiting = send();
    release();
    await holding;
    expect((await waiting).data.changeRecords).toEqual({ revision: 2 });
  });

  test("of more than 5,000 records, or of more than 5 MB, is refused", async () => {
    const key = await small();
    const changes = Array.from({ length: 5_001 }, (_, at) => ({ topic: { key: `t${at}`, name: "T" } }));
    expect((await change(key, ...changes)).errors).toMatchObject([{ path: "/changes", code: "INVALID" }]);
    const all = await change(key, ...changes.slice(1));
    expect([all.errors, all.revision]).toEqual([[], 2]);
    const large = Array.from({ length: 600 }, (_, at) => ({
      topic: { key: `l${at}`, name: "T", question: "x".repeat(9_000) },
    }));
    const { status } = await api.query(
      "mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { revision } }",
      { input: { ecosystem: key, changes: large } },
    );
    expect(status).toBe(413);
  });
});

describe("several editors", () => {
  test("of one record: in each round exactly one wins, through whichever process, and the others get both values", async () => {
    const key = await small();
    const others = [await startApi(), await startApi()];
    const doors = [api, ...others];
    const rounds = 20;
    const editors = await Promise.all(Array.from({ length: 8 }, (_, at) => api.signIn(`Editor ${at}`)));
    try {
      let version = 1;
      for (let round = 0; round < rounds; round++) {
        const answers = await Promise.all(
          editors.map((cookie, at) => {
            const changes = [{ actor: { key: "mill", expectedVersion: version, founded: 1000 + round * 20 + at } }];
            return mutate("changeRecords", { ecosystem: key, changes }, "", doors[at % doors.length], {
              cookie,
              "x-csrf": "1",
            });
          }),
        );
        const won = answers.filter(({ revision }) => revision !== null);
        expect(won).toHaveLength(1);
        const { founded } = won[0].changed[0].after;
        for (const [at, { revision, errors, conflicts }] of answers.entries()) {
          if (revision !== null) continue;
          expect(errors).toMatchObject([{ path: "/changes/0/actor", code: "CONFLICT" }]);
          expect(conflicts).toMatchObject([
            { field: "founded", theirs: founded, yours: 1000 + round * 20 + at, version: won[0].revision },
          ]);
        }
        version = won[0].revision;
      }
      expect((await readDocument(api.db, key))!.revision).toBe(rounds + 1);
    } finally {
      for (const other of others) await other.close();
    }
  });
});

describe("a whole ecosystem", () => {
  test("is deleted by its creator or the owner's token, and comes back as it was", async () => {
    const key = newKey();
    const [ann, bob] = [await api.signIn("Ann"), await api.signIn("Bob")];
    const as = (cookie: string) => ({ cookie, "x-csrf": "1" });
    await mutate("setEcosystem", { key, name: "Ann's" }, "", api, as(ann));
    await change(key, { actor: { key: "a", name: "A", kinds: ["OTHER"] } });
    const before = textOf(await documentOf(key));
    const denied = await mutate("deleteEcosystem", { key, expectedRevision: 2 }, "", api, as(bob));
    expect(denied.errors).toMatchObject([{ code: "FORBIDDEN" }]);
    const stale = await mutate("deleteEcosystem", { key, expectedRevision: 1 }, "", api, as(ann));
    expect([stale.errors[0].code, stale.conflicts[0].who]).toEqual(["CONFLICT", "admin"]);
    const deleted = await mutate("deleteEcosystem", { key, expectedRevision: 2 }, "", api, as(ann));
    expect(deleted).toMatchObject({ errors: [], revision: 3, ecosystem: null });
    const { data } = await api.query("{ ecosystems { key } deletedEcosystems { key name deletedBy } }");
    expect(data.ecosystems.map((it: { key: string }) => it.key)).not.toContain(key);
    expect(data.deletedEcosystems[0]).toEqual({ key, name: "Ann's", deletedBy: "Ann" });
    expect((await change(key, { topic: { name: "T" } })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await mutate("setEcosystem", { key, name: "Mine" })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await mutate("restoreEcosystem", { key })).errors).toEqual([]);
    expect(textOf(await documentOf(key))).toBe(before);
    expect((await mutate("restoreEcosystem", { key })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  test("is copied with its facts, layout and views; the copy's history names the original", async () => {
    const from = await small();
    await api.query("mutation ($input: SaveViewInput!) { saveView(input: $input) { revision } }", {
      input: { ecosystem: from, key: "v", name: "V", state: "" },
    });
    const key = newKey();
    const copied = await mutate("copyEcosystem", { from, key, name: "A copy", why: "A scenario." });
    expect([copied.errors, copied.revision]).toEqual([[], 1]);
    const [one, other] = [await documentOf(from), await documentOf(key)];
    expect(textOf({ ...other, ecosystem: one.ecosystem })).toBe(textOf(one));
    const { data } = await api.query(`{ ecosystem(key: "${key}") { name views { key } changes { who why } } }`);
    expect(data.ecosystem).toEqual({
      name: "A copy",
      views: [{ key: "v" }],
      changes: [{ who: "admin", why: `Copied from "Small works" (${from}) at revision 2. A scenario.` }],
    });
    expect((await mutate("copyEcosystem", { from, key, name: "Again" })).errors).toMatchObject([
      { path: "/key", code: "CONFLICT" },
    ]);
  });

  test("is renamed unless somebody else has renamed it meanwhile; facts that changed do not count", async () => {
    const key = await small();
    await change(key, { topic: { name: "T" } });
    expect(await mutate("setEcosystem", { key, expectedRevision: 1, name: "New", description: null })).toMatchObject({
      errors: [],
      revision: 3,
    });
    const late = await mutate("setEcosystem", { key, expectedRevision: 2, name: "Newer" });
    expect(late.errors).toMatchObject([{ path: "/expectedRevision", code: "CONFLICT" }]);
    expect(late.conflicts).toMatchObject([{ kind: "ECOSYSTEM", field: "name", theirs: "New", yours: "Newer" }]);
    expect(
      (await mutate("setEcosystem", { key, expectedRevision: 3, name: null, focal: "nobody" })).errors,
    ).toMatchObject([{ path: "/name", code: "INVALID", message: "Name is missing: add it." }]);
    expect((await mutate("revertChange", { ecosystem: key, revision: 3 })).errors).toEqual([]);
    expect((await documentOf(key)).ecosystem.name).toBe("Small works");
  });
});
