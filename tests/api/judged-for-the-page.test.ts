import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// What the page shows without judging anything itself: each figure is worked out by hand from the small ecosystem.

const key = `judged-${process.pid}`;
const small = smallEcosystem(key);
const document: EcosystemDocument = {
  ...small,
  profiles: [
    {
      actor: "mill",
      serviceReadiness: 5,
      industrialInternetReadiness: 5,
      digitalInfrastructure: 5,
      dataSharing: 4,
    },
  ],
  moves: [
    ...small.moves!,
    { key: "m2", actor: "rivalco", date: "2024-09-01", type: "PRICING", title: "Lower prices", activities: ["run"] },
  ],
  responses: [
    { key: "r1", move: "m1", actor: "sysco", date: "2024-06-01", title: "Study it", status: "PLANNED" },
    { key: "r2", move: "m2", actor: "sysco", date: "2024-10-01", title: "Bundle", status: "DONE", reason: "Defend" },
  ],
};

let api: TestApi;
const ask = async (text: string) => {
  const { data, errors } = await api.query(`query ($key: String!) { ${text} }`, { key });
  expect(errors).toBeUndefined();
  return data;
};
const ofEcosystem = async (fields: string) => (await ask(`ecosystem(key: $key) { ${fields} }`)).ecosystem;

beforeAll(async () => {
  api = await startApi();
  const { data } = await api.query(
    "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }",
    { input: { format: "ECOSYSTEM", content: JSON.stringify(document) } },
  );
  expect(data.importEcosystem.errors).toEqual([]);
});
afterAll(() => api?.close());

test("levels of threat are told with where each begins, the lowest first", async () => {
  const { threatLevels } = await ask("threatLevels { level from lowest } ecosystem(key: $key) { id }");
  // A threat is shown in whole points: each level begins half a point below its number.
  expect(threatLevels).toEqual([
    { level: "LOW", from: 0, lowest: 0 },
    { level: "MODERATE", from: 0.1, lowest: 0.095 },
    { level: "HIGH", from: 0.25, lowest: 0.245 },
    { level: "SEVERE", from: 0.5, lowest: 0.495 },
  ]);
});

describe("the typical rival", () => {
  const plane = "{ base perOverlap perMarketCommonality otherContact damping }";
  const weights = "[{ factor: OVERLAP, weight: 3 }, { factor: MARKET_COMMONALITY, weight: 1 }";
  const others = (kinds: readonly string[]) => kinds.map((kind) => `, { factor: ${kind}, weight: 0 }`).join("");

  test("is the only rival there is: shares of the weights, of which an unknown entry barrier leaves three quarters", async () => {
    const { threats: listed } = await ofEcosystem('threats(asOf: "2025-01-01") { rivals { factors { kind } } }');
    const kinds = listed.rivals[0].factors.map(({ kind }: { kind: string }) => kind);
    const given = `${weights}${others(kinds.filter((kind: string) => !["OVERLAP", "MARKET_COMMONALITY"].includes(kind)))}]`;
    const { threats, frames } = await ofEcosystem(
      `threats(asOf: "2025-01-01", weights: ${given}) {
         typicalRival ${plane} rivals { rival { key } threat factors { kind value } }
       }
       frames(dates: ["2025-01-01"], threatWeights: ${given}) {
         typicalRival ${plane} rivals { key typeSource factors { kind value } }
       }`,
    );
    const typical = { base: 0, perOverlap: 0.5625, perMarketCommonality: 0.1875, otherContact: 0, damping: 0.75 };
    expect(threats.typicalRival).toEqual(typical);
    expect(frames[0].typicalRival).toEqual(typical);
    const [only, ...none] = threats.rivals;
    expect([only.rival.key, none]).toEqual(["rivalco", []]);
    const figures = Object.fromEntries(
      only.factors.map(({ kind, value }: { kind: string; value: number }) => [kind, value]),
    );
    // The firm is half in both activities, of importance 3 and 5, and the rival wholly in the second: 2.5 of 4.
    expect(figures.OVERLAP).toBeCloseTo(0.625, 12);
    expect(only.threat).toBeCloseTo(0.5625 * 0.625 + 0.1875 * figures.MARKET_COMMONALITY, 12);
    expect(frames[0].rivals).toMatchObject([{ key: "rivalco", typeSource: "INFERRED" }]);
    expect(frames[0].rivals[0].factors.map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
  });
});

test("who speaks of what an actor does is told for each activity and over all, in a frame too", async () => {
  const { positions, frames } = await ofEcosystem(
    `positions(asOf: "2025-01-01") { actor { key } voice extents { extent own others lead voice } }
     frames(dates: ["2025-01-01"]) { positions { key voice extents { extent own others lead voice } } }`,
  );
  const expected = [
    {
      ...{ key: "rivalco", voice: "SELF_REPORTED" },
      extents: [{ extent: 1, own: 1, others: null, lead: true, voice: "SELF_REPORTED" }],
    },
    {
      // The gap where others speak is 0.4.
      ...{ key: "sysco", voice: "DISPUTED" },
      extents: [
        { extent: 0.5, own: 0.5, others: null, lead: true, voice: "SELF_REPORTED" },
        { extent: 0.5, own: 0.5, others: 0.1, lead: true, voice: "DISPUTED" },
      ],
    },
  ];
  expect(frames[0].positions).toEqual(expected);
  expect(
    positions.map(({ actor, ...position }: { actor: { key: string } }) => ({ key: actor.key, ...position })),
  ).toEqual(expected);
});

test("whether a record is valid on a date takes its later versions into account", async () => {
  const on = async (date: string) => {
    const { records } = await ofEcosystem(
      `records(kind: RELATIONS) { edges { node { data validity(asOf: "${date}") } } }`,
    );
    return Object.fromEntries(
      records.edges.map(({ node }: { node: { data: { volume: number }; validity: string } }) => [
        node.data.volume,
        node.validity,
      ]),
    );
  };
  expect(await on("2017-01-01")).toEqual({ 5: "VALID", 10: "NOT_YET_VALID", 20: "NOT_YET_VALID" });
  expect(await on("2021-01-01")).toEqual({ 5: "VALID", 10: "VALID", 20: "NOT_YET_VALID" });
  expect(await on("2022-01-01")).toEqual({ 5: "VALID", 10: "REPLACED", 20: "VALID" });
});

test("moves that count: unanswered ones first with what is planned, then those answered, each with its days", async () => {
  const { threats } = await ofEcosystem(
    `threats(asOf: "2025-01-01") {
       countedMoves { move { key } response { record { key } date title status reason } planned { record { key } status } days }
     }`,
  );
  expect(threats.countedMoves).toEqual([
    // From 1 February 2024 to 1 January 2025, in a leap year.
    { move: { key: "m1" }, response: null, planned: { record: { key: "r1" }, status: "Planned" }, days: 335 },
    {
      move: { key: "m2" },
      response: { record: { key: "r2" }, date: "2024-10-01", title: "Bundle", status: "Done", reason: "Defend" },
      planned: null,
      days: 30,
    },
  ]);
});

test("customers are told by how far an advanced service fits them, with the conditions of their agreement", async () => {
  const { customerFits } = await ofEcosystem(
    `customerFits(asOf: "2025-01-01") {
       customer { key } level label reason agreement { key } conditions { label isMet } willingness
     }`,
  );
  expect(customerFits).toEqual([
    {
      customer: { key: "mill" },
      level: "GOOD",
      label: "Good fit",
      reason: expect.stringMatching(/^[A-Z].+\.$/),
      agreement: { key: "data" },
      conditions: [
        { label: "Security", isMet: true },
        { label: "Ownership", isMet: null },
        { label: "Contract", isMet: null },
        { label: "Benefit", isMet: null },
      ],
      willingness: 4,
    },
  ]);
});

test("dimensions and factors have their names and default weights, and an assessment its half-life", async () => {
  const { coherence, threats } = await ofEcosystem(
    `coherence(asOf: "2025-01-01", weights: [{ dimension: STANDARDS, weight: 2 }]) {
       dimensions { kind name weight defaultWeight }
     }
     threats(asOf: "2025-01-01", halfLifeDays: 90, weights: [{ factor: MOMENTUM, weight: 7 }]) {
       halfLifeDays defaultHalfLifeDays rivals { factors { kind name weight } dampers { kind name } }
     }`,
  );
  expect(coherence.dimensions).toContainEqual({ kind: "STANDARDS", name: "Standards", weight: 2, defaultWeight: 1 });
  expect(threats).toMatchObject({ halfLifeDays: 90, defaultHalfLifeDays: 180 });
  expect(threats.rivals[0].factors).toContainEqual({ kind: "MOMENTUM", name: "Momentum", weight: 7 });
  expect(threats.rivals[0].dampers).toContainEqual({ kind: "ENTRY_BARRIER", name: "Entry barrier" });
});
