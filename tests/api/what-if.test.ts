import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const key = `what-if-${process.pid}`;
const document: EcosystemDocument = smallEcosystem(key);
const importText = `mutation ($input: ImportEcosystemInput!) {
  importEcosystem(input: $input) { errors { path message } }
}`;

let api: TestApi;
const store = (on: TestApi, content: object) =>
  on.query(importText, { input: { format: "ECOSYSTEM", content: JSON.stringify(content) } });
const ask = (fields: string, variables: object = {}, declare = "", on = api) =>
  on.query(`query ($key: String! ${declare}) { ecosystem(key: $key) { ${fields} } }`, { key, ...variables });
const attempt = async (changes: object, fields: string, args = "") => {
  const answer = await ask(
    `whatIf(changes: $changes, asOf: "2025-01-01" ${args}) { ${fields} } revision`,
    { changes },
    ", $changes: WhatIfInput!",
  );
  expect(answer.errors).toBeUndefined();
  return answer.data.ecosystem.whatIf;
};

beforeAll(async () => {
  api = await startApi();
  expect((await store(api, document)).data.importEcosystem.errors).toEqual([]);
});
afterAll(() => api?.close());

describe("what if", () => {
  test("every intervention that is listed raises the score by its gain", async () => {
    const { data } = await ask(
      'interventions(asOf: "2025-01-01") { kind key gain } coherence(asOf: "2025-01-01") { score }',
    );
    const { interventions, coherence } = data.ecosystem;
    expect(interventions.length).toBeGreaterThan(1);
    for (const { kind, key: name, gain } of interventions) {
      const {
        errors,
        before,
        after,
        interventions: tried,
      } = await attempt(
        { interventions: [{ kind, key: name }] },
        "errors { path } before { coherence { score } } after { coherence { score } } interventions { key changes isIdeal }",
      );
      expect(errors).toEqual([]);
      expect(before.coherence.score).toBe(coherence.score);
      expect(after.coherence.score - before.coherence.score).toBeCloseTo(gain, 9);
      expect(tried).toMatchObject([{ key: name }]);
    }
  });

  test("a lead claim moved to another actor comes back with all that the map draws, and stores nothing", async () => {
    const now = (await ask('revision boundaries(asOf: "2025-01-01") { status claims { id by { key } } }')).data
      .ecosystem;
    const claim = now.boundaries[1].claims.find((it: { by: { key: string } }) => it.by.key === "sysco").id;
    const answer = await attempt(
      { moveClaims: [{ claim, to: "mill" }] },
      `errors { path message }
       changes { kind key label before after }
       differences { kind key label was becomes subjects { id } }
       after {
         boundaries { activity { key } status leads { key name } claims { id about { key } } }
         positions { actor { key } servitization breadth }
         coherence { score revision asOf dimensions { kind items { key subjects { id } } } }
         threats { focal { key } rivals { rival { key } threat } } threatsReason
         map { nodes { id key } edges { source target kind } }
       }`,
    );
    expect(answer.errors).toEqual([]);
    expect(answer.after.boundaries[1]).toMatchObject({
      status: "CONTESTED",
      leads: [{ key: "mill" }, { key: "rivalco" }],
    });
    expect(answer.after.positions.map(({ actor }: { actor: { key: string } }) => actor.key)).toEqual([
      "mill",
      "rivalco",
      "sysco",
    ]);
    expect(answer.changes).toMatchObject([
      {
        kind: "CLAIMS",
        key: "sysco|sysco|run|",
        label: "SysCo on SysCo: Run presses",
        before: { lead: true },
        after: null,
      },
      {
        kind: "CLAIMS",
        key: "mill|mill|run|",
        before: null,
        after: { by: "mill", about: "mill", extent: 0.5, lead: true },
      },
    ]);
    expect(answer.differences.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(["BOUNDARY", "SERVITIZATION", "THREAT"]),
    );
    for (const { subjects, kind } of answer.differences)
      expect(subjects.length).toBe(["COHERENCE", "DIMENSION"].includes(kind) ? 0 : 1);
    const edges = answer.after.map.edges.filter(({ kind }: { kind: string }) => kind === "CLAIMS");
    expect(edges).toHaveLength(4);
    expect((await ask("revision document")).data.ecosystem).toMatchObject({
      revision: now.revision,
      document: { claims: expect.arrayContaining([expect.objectContaining({ by: "sysco", activity: "run" })]) },
    });
  });

  test("facts in the document's form are checked as an import checks them, in the same words", async () => {
    const wrong = { claims: [{ by: "sysco", about: "nobody", activity: "run", extent: 0.5 }] };
    const { errors, after, differences } = await attempt(
      { put: wrong },
      "errors { path message } after { threatsReason } differences { key }",
    );
    const imported = await store(api, { format: "ecosystem/1", ecosystem: document.ecosystem, ...wrong });
    expect(errors).toEqual(
      imported.data.importEcosystem.errors.map(({ path, message }: { path: string; message: string }) => ({
        path: `/put${path}`,
        message,
      })),
    );
    expect([errors.length, after, differences]).toEqual([1, null, []]);
  });

  test("an actor that is let go leaves the ecosystem with all that stands on it", async () => {
    const { after, differences } = await attempt(
      { put: { actors: [{ ...document.actors![1], validTo: "2024-12-31" }] } },
      "after { boundaries { status } threats { rivals { threat } } } differences { kind key was becomes subjects { __typename } }",
    );
    expect(after).toEqual({
      boundaries: [{ status: "AGREED" }, { status: "AGREED" }],
      threats: { rivals: [] },
    });
    expect(differences).toContainEqual({
      kind: "THREAT",
      key: "rivalco",
      was: expect.stringMatching(/^\d+\.\d, (low|moderate|high|severe)(, could be (moderate|high|severe))?$/),
      becomes: "no threat",
      subjects: [{ __typename: "Actor" }],
    });
  });

  test("weights and the focal firm asked for hold before and after", async () => {
    const weights = "weights: [{dimension: BOUNDARIES, weight: 0}]";
    const { differences } = await attempt(
      { interventions: [{ kind: "SETTLE_BOUNDARY", key: "run" }] },
      "differences { kind }",
      weights,
    );
    expect(differences.map(({ kind }: { kind: string }) => kind)).toEqual(["DIMENSION", "ITEM", "BOUNDARY"]);
    const { before, after } = await attempt(
      {},
      "before { threats { focal { key } } } after { threats { focal { key } } }",
      'focal: "rivalco"',
    );
    expect([before, after]).toEqual(Array(2).fill({ threats: { focal: { key: "rivalco" } } }));
  });
});
