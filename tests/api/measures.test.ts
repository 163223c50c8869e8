import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boundaries } from "../../api/measures/boundary/boundary.ts";
import { coherence } from "../../api/measures/coherence/coherence.ts";
import { dimensions } from "../../api/measures/coherence/dimensions.ts";
import { interventions } from "../../api/measures/coherence/interventions.ts";
import { questions } from "../../api/measures/coherence/questions.ts";
import { positions } from "../../api/measures/position/position.ts";
import { segments } from "../../api/measures/segments/segments.ts";
import { dampers } from "../../api/measures/threat/dampers.ts";
import { factors } from "../../api/measures/threat/factors.ts";
import { threats } from "../../api/measures/threat/threat.ts";
import { toNodeId } from "../../api/shared/node-id.ts";
import type { Facts } from "../../api/time/facts.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import type { EcosystemDocument, RecordKind } from "../../cypher/model/document.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const key = `measures-${process.pid}`;
const bare = `measures-bare-${process.pid}`;
const later = `measures-later-${process.pid}`;
const asOf = "2025-01-01";

let api: TestApi;
const id = (kind: RecordKind, name: string) => toNodeId({ kind, ecosystem: key, key: name });
const send = (fields: string, of = key) =>
  api.query(`query ($key: String!) { ecosystem(key: $key) { ${fields} } }`, { key: of });
const ask = async (fields: string, of = key) => {
  const { data, errors } = await send(fields, of);
  expect(errors).toBeUndefined();
  return data.ecosystem;
};

beforeAll(async () => {
  api = await startApi();
  const small = smallEcosystem(later);
  const focalLater = { ...small, ecosystem: { ...small.ecosystem, focal: "rivalco" } };
  const nothing = { format: "ecosystem/1", ecosystem: { key: bare, name: "Bare" } };
  for (const document of [smallEcosystem(key), focalLater, nothing]) {
    const { data } = await api.query(
      "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }",
      { input: { format: "ECOSYSTEM", content: JSON.stringify(document) } },
    );
    expect(data.importEcosystem.errors).toEqual([]);
  }
});
afterAll(() => api?.close());

test("each item of coherence that is worth less than 1 says why, and no other", async () => {
  const { coherence } = await ask(`coherence(asOf: "${asOf}") { dimensions { items { value reason } } }`);
  const items: { value: number | null; reason: string | null }[] = coherence.dimensions.flatMap(
    (dimension: { items: unknown[] }) => dimension.items,
  );
  const less = items.filter(({ value }) => value !== null && value < 1);
  expect(less.length).toBeGreaterThan(2);
  for (const { reason } of less) expect(reason).toMatch(/^.{10,}[^.]$/);
  for (const item of items) if (!less.includes(item)) expect(item.reason).toBeNull();
});

test("on a day on which the ecosystem's own focal firm is not there it has no customers, which is no error", async () => {
  const before = 'asOf: "2019-06-01"';
  const { segments, customerFits } = await ask(`segments(${before}) { age } customerFits(${before}) { level }`, later);
  expect({ segments, customerFits }).toEqual({ segments: null, customerFits: null });
  const { errors } = await send(`segments(${before}, focal: "rivalco") { age }`, later);
  expect(errors![0]!.extensions.reason).toBe("FOCAL_UNKNOWN");
});

describe("an ecosystem without facts", () => {
  test("has no score, and every dimension says what it needs", async () => {
    const { coherence, interventions, questions, threats, segments } = await ask(
      `coherence { score low high coverage isIndicative lowest dimensions { kind status question reason score items { key } } }
       interventions { key } questions { key } threats { focal { key } } segments { age }`,
      bare,
    );
    expect(coherence).toEqual({
      ...{ score: null, low: 0, high: 1, coverage: 0, isIndicative: true, lowest: null },
      dimensions: dimensions.map(({ kind, question, needs }) => ({
        ...{ kind, status: "UNKNOWN", question, reason: needs, score: null, items: [] },
      })),
    });
    expect({ interventions, threats, segments }).toEqual({ interventions: [], threats: null, segments: null });
    // Each dimension without items is one question, of equal width.
    expect(questions).toEqual(dimensions.map(() => ({ key: "*" })));
    expect((await ask("explainCoherence { rule text subjects { id } }", bare)).explainCoherence[0].text).toContain(
      "Coherence cannot be scored yet: none of its items is known.",
    );
  });
});

describe("the day and the least confidence", () => {
  const vague = `measures-vague-${process.pid}`;
  const unsure = <F extends object>(facts: F[] | undefined, ...which: number[]): F[] =>
    (facts ?? []).map((it, index) => (which.includes(index) ? { ...it, confidence: 0.3 } : it));
  const small = smallEcosystem(vague);
  const document: EcosystemDocument = {
    ...small,
    claims: unsure(small.claims, 0, 2),
    profiles: unsure([{ actor: "mill", serviceReadiness: 5 }], 0),
    stances: unsure([...small.stances!, { actor: "mill", topic: "open", position: 1 }], 1),
    relations: unsure(small.relations, 2),
    installations: unsure(small.installations, 0),
    agreements: unsure(small.agreements, 0),
  };
  const keysOf = (list: readonly string[]) => list.map((it) => ({ key: it }));
  const fields: Record<string, [string, (facts: Facts) => unknown]> = {
    positions: [
      "{ actor { key } servitization breadth perceptionGap voice }",
      (facts) => positions(facts).map(({ actor, extents: _, ...it }) => ({ actor: { key: actor }, ...it })),
    ],
    boundaries: [
      "{ status value leads { key } }",
      (facts) => boundaries(facts).map(({ status, value, leads }) => ({ status, value, leads: keysOf(leads) })),
    ],
    coherence: [
      "{ score low high coverage }",
      (facts) => {
        const { score, low, high, coverage } = coherence(facts);
        return { score, low, high, coverage };
      },
    ],
    interventions: [
      "{ kind key gain }",
      (facts) => interventions(facts).map(({ kind, key, gain }) => ({ kind, key, gain })),
    ],
    questions: [
      "{ dimension key width }",
      (facts) => questions(coherence(facts)).map(({ dimension, key, width }) => ({ dimension, key, width })),
    ],
    threats: [
      "{ rivals { rival { key } threat low high } unansweredMoves { key } }",
      (facts) => {
        const { rivals, unansweredMoves } = threats(facts);
        return {
          rivals: rivals.map(({ rival, threat, low, high }) => ({ rival: { key: rival }, threat, low, high })),
          unansweredMoves: keysOf(unansweredMoves),
        };
      },
    ],
    segments: [
      "{ readiness infrastructure origin age customers { key } }",
      (facts) => segments(facts).map((it) => ({ ...it, customers: keysOf(it.customers) })),
    ],
  };

  beforeAll(async () => {
    const { data } = await api.query(
      "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }",
      { input: { format: "ECOSYSTEM", content: JSON.stringify(document) } },
    );
    expect(data.importEcosystem.errors).toEqual([]);
  });

  test.each(Object.entries(fields))(
    "%s takes both, and today and 0 when absent",
    async (name, [selection, measure]) => {
      const today = new Date().toISOString().slice(0, 10);
      const answers = new Set<string>();
      for (const [args, moment] of [
        ["", { asOf: today }],
        ['(asOf: "2019-06-01")', { asOf: "2019-06-01" }],
        ['(asOf: "2025-01-01", minConfidence: 0.6)', { asOf: "2025-01-01", minConfidence: 0.6 }],
        ['(asOf: "2025-01-01")', { asOf: "2025-01-01" }],
      ] as const) {
        const answer = (await ask(`${name}${args} ${selection}`, vague))[name];
        expect(answer).toEqual(measure(factsInForce(document, moment)));
        if (args !== "") answers.add(JSON.stringify(answer));
      }
      // Each of the three must tell something else, or the argument could be lost unnoticed.
      expect(answers.size).toBe(3);
    },
  );
});

describe("why, as questions and reasons", () => {
  test("each dimension asks in plain words, and says what it needs while it has no score", async () => {
    const { coherence } = await ask(`coherence(asOf: "${asOf}") { dimensions { kind status question reason } }`);
    expect(coherence.dimensions.map(({ question }: { question: string }) => question)).toEqual(
      dimensions.map(({ question }) => question),
    );
    for (const [index, { status, reason }] of coherence.dimensions.entries())
      expect(reason).toBe(status === "SCORED" ? null : dimensions[index]!.needs);
    expect(new Set(coherence.dimensions.map(({ status }: { status: string }) => status)).size).toBeGreaterThan(1);
  });

  test("each factor and damper of a threat asks too, and an unknown one says why", async () => {
    const { threats } = await ask(
      `threats(asOf: "${asOf}") { rivals { rival { key } factors { kind question reason value } dampers { kind question reason value } } }`,
    );
    const [rival] = threats.rivals;
    expect(rival.rival.key).toBe("rivalco");
    for (const [rows, table] of [
      [rival.factors, factors],
      [rival.dampers, dampers],
    ] as const) {
      expect(rows).toMatchObject(table.map(({ kind, question }) => ({ kind, question })));
      for (const [index, { value, reason }] of rows.entries())
        expect(reason).toBe(value === null ? table[index]!.needs : null);
    }
    // No activity requires a capability, so that nothing is known of the barrier.
    expect(rival.dampers[0]).toMatchObject({ value: null, reason: dampers[0]!.needs });
  });
});

describe("why, as sentences", () => {
  test("coherence is told with its figures, each sentence with the records that it names", async () => {
    const { explainCoherence, coherence } = await ask(
      `coherence(asOf: "${asOf}") { score } explainCoherence(asOf: "${asOf}") { rule text subjects { id } evidence { key } }`,
    );
    expect(explainCoherence[0].text).toContain(`${Math.round(coherence.score * 100)} of 100`);
    // The first speaks of the whole.
    expect(explainCoherence[0].subjects).toEqual([
      { id: Buffer.from(`ecosystem:${key}:${key}`).toString("base64url") },
    ]);
    const ids = explainCoherence.flatMap(({ subjects }: { subjects: { id: string }[] }) => subjects.map((it) => it.id));
    expect(ids).toContain(id("activities", "run"));
    for (const { text, subjects } of explainCoherence) {
      expect(text).toMatch(/^[A-Z].*\.$/s);
      expect(subjects.length).toBeGreaterThan(0);
    }
  });

  test("a threat is told with its level, what makes it and the moves", async () => {
    const { explainThreat, threats } = await ask(
      `threats(asOf: "${asOf}") { rivals { threat } }
       explainThreat(rival: "rivalco", asOf: "${asOf}") { rule text subjects { id } evidence { key } }`,
    );
    expect(explainThreat[0].text).toMatch(
      new RegExp(
        `^The competitive threat of RivalCo to SysCo is .*: ${Math.round(threats.rivals[0].threat * 100)} of 100`,
      ),
    );
    expect(explainThreat[0].subjects).toContainEqual({ id: id("actors", "rivalco") });
    const ids = explainThreat.flatMap(({ subjects }: { subjects: { id: string }[] }) => subjects.map((it) => it.id));
    expect(ids).toContain(id("moves", "m1"));
  });
});

describe("the part of the map behind a figure", () => {
  const map = "subgraph { nodes { id key } edges { kind source target } }";

  test("of a contested boundary is its activity and who claims it", async () => {
    const { coherence } = await ask(`coherence(asOf: "${asOf}") { dimensions { kind items { key ${map} } } }`);
    const boundaries = coherence.dimensions.find(({ kind }: { kind: string }) => kind === "BOUNDARIES");
    const { subgraph } = boundaries.items.find((item: { key: string }) => item.key === "run");
    expect(subgraph.nodes.map((node: { key: string }) => node.key).sort()).toEqual(["rivalco", "run", "sysco"]);
    expect(subgraph.edges).toContainEqual({
      ...{ kind: "CLAIMS", source: id("actors", "rivalco"), target: id("activities", "run") },
    });
  });

  test("of a factor and of its term is the focal firm, the rival and what they meet in", async () => {
    const { threats } = await ask(
      `threats(asOf: "${asOf}") { rivals { factors { kind ${map} terms { label share ${map} } } } }`,
    );
    const market = threats.rivals[0].factors[1];
    for (const { subgraph } of [market, ...market.terms]) {
      expect(subgraph.nodes.map((node: { key: string }) => node.key).sort()).toEqual(["mill", "rivalco", "sysco"]);
      for (const supplier of ["sysco", "rivalco"])
        expect(subgraph.edges).toContainEqual({
          ...{ kind: "SUPPLIES", source: id("actors", supplier), target: id("actors", "mill") },
        });
    }
    // All of our volume goes to the mill: 20 of us, 5 of the rival, half of whose work is ours too: ½ · 5/20.
    expect(market.terms).toMatchObject([{ label: "Mill Nine", share: 0.125 }]);
  });
});

describe("bad arguments are the caller's mistake, and say which", () => {
  const all = (field: "dimension" | "factor", kinds: readonly string[]) =>
    kinds.map((kind) => `{${field}: ${kind}, weight: 0}`).join(", ");
  const everyDimension = all(
    "dimension",
    dimensions.map(({ kind }) => kind),
  );
  const everyFactor = all(
    "factor",
    factors.map(({ kind }) => kind),
  );
  const period = (from: string, to: string) => `from: "${from}", to: "${to}", step: MONTH`;

  test.each([
    [
      "coherence(weights: [{dimension: STANDARDS, weight: -1}]) { score }",
      "weight of STANDARDS is -1",
      "NEGATIVE_WEIGHT",
    ],
    [
      "coherence(weights: [{dimension: STANDARDS, weight: 1e308}]) { score }",
      "weight of STANDARDS is 1e+308",
      "HUGE_WEIGHT",
    ],
    [`coherence(weights: [${everyDimension}]) { score }`, "All dimension weights are 0", "ALL_WEIGHTS_ZERO"],
    [`interventions(weights: [${everyDimension}]) { gain }`, "All dimension weights are 0", "ALL_WEIGHTS_ZERO"],
    [
      "questions(weights: [{dimension: STANDARDS, weight: 1}, {dimension: STANDARDS, weight: 1}]) { width }",
      "weight of STANDARDS is given twice",
      "DOUBLE_WEIGHT",
    ],
    [
      "explainCoherence(weights: [{dimension: BOUNDARIES, weight: -2}]) { text }",
      "weight of BOUNDARIES is -2",
      "NEGATIVE_WEIGHT",
    ],
    [
      "threats(weights: [{factor: OVERLAP, weight: -1}]) { firstMoverShare }",
      "weight of OVERLAP is -1",
      "NEGATIVE_WEIGHT",
    ],
    [`threats(weights: [${everyFactor}]) { firstMoverShare }`, "All factor weights are 0", "ALL_WEIGHTS_ZERO"],
    [
      "threats(weights: [{factor: OVERLAP, weight: 1}, {factor: OVERLAP, weight: 1}]) { firstMoverShare }",
      "weight of OVERLAP is given twice",
      "DOUBLE_WEIGHT",
    ],
    ['coherence(asOf: "2025-02-30") { score }', "2025-02-30", "IMPOSSIBLE_DATE"],
    ['threats(asOf: "2025-13-01") { firstMoverShare }', "2025-13-01", "IMPOSSIBLE_DATE"],
    ["coherence(minConfidence: -0.1) { score }", "minConfidence is -0.1", "BAD_CONFIDENCE"],
    [
      'threats(focal: "nobody") { firstMoverShare }',
      'The focal firm "nobody" is not an actor in force on',
      "FOCAL_UNKNOWN",
    ],
    ['threats(focal: "mill") { firstMoverShare }', '"mill" has no position', "FOCAL_WITHOUT_POSITION"],
    ['segments(focal: "nobody") { age }', 'The focal firm "nobody" is not an actor in force on', "FOCAL_UNKNOWN"],
    ['explainThreat(rival: "nobody") { text }', '"nobody"', "RIVAL_UNKNOWN"],
    ['explainThreat(rival: "rivalco", focal: "mill") { text }', '"mill" has no position', "FOCAL_WITHOUT_POSITION"],
    ["coherence(weights: [{dimension: TASTE, weight: 1}]) { score }", '"TASTE"', null],
    [
      'threats(asOf: "2019-06-01", focal: "rivalco") { firstMoverShare }',
      'The focal firm "rivalco" is not an actor in force on 2019-06-01',
      "FOCAL_UNKNOWN",
    ],
    ["threats(halfLifeDays: 0) { firstMoverShare }", "halfLifeDays is 0", "BAD_HALF_LIFE"],
    [
      `threatTrend(${period("2024-01-01", "2025-01-01")}, halfLifeDays: -3) { dates { date } }`,
      "halfLifeDays is -3",
      "BAD_HALF_LIFE",
    ],
    [
      `coherenceTrend(${period("2025-01-01", "2024-01-01")}) { score }`,
      "from 2025-01-01 is not before to 2024-01-01",
      "BAD_PERIOD",
    ],
    [
      `threatTrend(${period("2025-01-01", "2024-01-01")}) { dates { date } }`,
      "from 2025-01-01 is not before",
      "BAD_PERIOD",
    ],
    [`threatTrend(${period("1900-01-01", "2025-01-01")}) { dates { date } }`, "more than 400 points", "TOO_MANY_DATES"],
    [
      'threatChange(rival: "nobody", from: "2024-01-01", to: "2025-01-01") { change }',
      '"nobody" cannot be a rival on 2024-01-01 or 2025-01-01',
      "RIVAL_UNKNOWN",
    ],
    ["threats(first: -1) { firstMoverShare }", "-1", "BAD_FIRST"],
  ])("%s", async (fields, message, reason) => {
    const { errors } = await send(fields);
    expect(errors).toHaveLength(1);
    expect(errors![0]!.message).toContain(message);
    expect(errors![0]!.extensions).toEqual({ code: "BAD_USER_INPUT", ...(reason && { reason }) });
  });

  test("an ecosystem that does not exist is null, and so is all that is asked of it", async () => {
    expect((await send("coherence { score } threats { firstMoverShare }", "no-such")).data).toEqual({
      ecosystem: null,
    });
  });
});
