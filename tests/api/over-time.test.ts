import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toNodeId } from "../../api/shared/node-id.ts";
import type { EcosystemDocument, RecordKind } from "../../cypher/model/document.ts";
import { startApi, type TestApi } from "../support/api.ts";

const key = `over-time-${process.pid}`;
/** Two firms and a mill over three years: who leads "Run presses" is contested, then settled. */
const document: EcosystemDocument = {
  format: "ecosystem/1",
  ecosystem: { key, name: "Over time", focal: "sysco" },
  evidence: [{ key: "report", title: "Annual report" }],
  actors: [
    { key: "sysco", name: "SysCo", kinds: ["MANUFACTURER"] },
    { key: "rivalco", name: "RivalCo", kinds: ["MANUFACTURER"] },
    { key: "mill", name: "Mill Nine", kinds: ["CUSTOMER"], validFrom: "2021-01-01" },
  ],
  activities: [{ key: "run", name: "Run presses", layer: "OPERATION", serviceness: 1 }],
  claims: [
    { by: "sysco", about: "sysco", activity: "run", extent: 1, lead: true, validFrom: "2020-01-01" },
    {
      by: "rivalco",
      about: "rivalco",
      activity: "run",
      extent: 0.5,
      lead: true,
      validFrom: "2021-01-01",
      validTo: "2022-01-01",
      evidence: ["report"],
    },
  ],
  relations: [{ from: "sysco", to: "mill", type: "SUPPLIES", volume: 10, validFrom: "2020-01-01" }],
};

let api: TestApi;
const id = (kind: RecordKind, name: string) => toNodeId({ kind, ecosystem: key, key: name });
const send = (fields: string, variables: object = {}, declare = "") =>
  api.query(`query ($key: String! ${declare}) { ecosystem(key: $key) { ${fields} } }`, { key, ...variables });
const ask = async (...args: Parameters<typeof send>) => {
  const answer = await send(...args);
  expect(answer.errors).toBeUndefined();
  return answer.data.ecosystem;
};

beforeAll(async () => {
  api = await startApi();
  const { data, errors } = await api.query(
    "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }",
    { input: { format: "ECOSYSTEM", content: JSON.stringify(document) } },
  );
  expect({ errors, problems: data?.importEcosystem.errors }).toEqual({ errors: undefined, problems: [] });
});
afterAll(() => api?.close());

describe("timeline", () => {
  test("every mark tells in words what happened on its day, with the record and what it is about", async () => {
    const { timeline } = await ask(
      "timeline { from to marks { date events { date kind label record { id } subjects { id } } } }",
    );
    const event = (date: string, kind: string, label: string, record: string, ...subjects: string[]) => ({
      date,
      kind,
      label,
      record: { id: record },
      subjects: subjects.map((subject) => ({ id: subject })),
    });
    const [mill, sysco, rivalco] = ["mill", "sysco", "rivalco"].map((name) => id("actors", name)) as [
      string,
      string,
      string,
    ];
    const run = id("activities", "run");
    const rivalClaim = id("claims", "rivalco|rivalco|run|2021-01-01");
    expect(timeline).toEqual({
      from: "2020-01-01",
      to: "2022-01-01",
      marks: [
        {
          date: "2020-01-01",
          events: [
            event(
              "2020-01-01",
              "CLAIMED",
              "SysCo claims to lead Run presses",
              id("claims", "sysco|sysco|run|2020-01-01"),
              sysco,
              run,
            ),
          ],
        },
        {
          date: "2021-01-01",
          events: [
            event("2021-01-01", "ENTERED", "Mill Nine enters the ecosystem", mill, mill),
            event("2021-01-01", "CLAIMED", "RivalCo claims to lead Run presses", rivalClaim, rivalco, run),
          ],
        },
        {
          date: "2022-01-01",
          events: [
            event("2022-01-01", "ENDED", "The claim of RivalCo about Run presses ends", rivalClaim, rivalco, run),
          ],
        },
      ],
    });
  });

  test("a wrong confidence is refused in words", async () => {
    const { errors } = await send("timeline(minConfidence: 2) { from }");
    expect(errors?.[0]).toMatchObject({
      message: "minConfidence is 2: give a number from 0 to 1.",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

describe("frames", () => {
  const rows = `date positions { id key servitization breadth perceptionGap } positionsGone
    boundaries { id key status value leads attributed claims { id by about extent lead } } boundariesGone
    rivals { id key threat low high level type overlap marketCommonality momentum } rivalsGone
    coherence { score low high coverage }`;
  const framesAt = async (dates: string[]) =>
    (await ask(`frames(dates: $dates) { ${rows} }`, { dates }, ", $dates: [Date!]!")).frames;

  test("each frame holds what has changed since the one before, the first one everything", async () => {
    const [before, contested, settled, same] = await framesAt(["2019-12-31", "2021-01-01", "2022-01-01", "2022-06-01"]);
    expect(before).toMatchObject({ positions: [], rivals: null, rivalsGone: [] });
    expect(before.boundaries).toEqual([
      {
        id: id("activities", "run"),
        key: "run",
        status: "UNKNOWN",
        value: null,
        leads: [],
        attributed: [],
        claims: [],
      },
    ]);
    expect(contested.positions.map((it: { key: string }) => it.key)).toEqual(["rivalco", "sysco"]);
    expect(contested.boundaries).toEqual([
      {
        id: id("activities", "run"),
        key: "run",
        status: "CONTESTED",
        value: 0.5,
        leads: [id("actors", "rivalco"), id("actors", "sysco")],
        attributed: [],
        claims: [
          {
            id: id("claims", "rivalco|rivalco|run|2021-01-01"),
            by: id("actors", "rivalco"),
            about: id("actors", "rivalco"),
            extent: 0.5,
            lead: true,
          },
          {
            id: id("claims", "sysco|sysco|run|2020-01-01"),
            by: id("actors", "sysco"),
            about: id("actors", "sysco"),
            extent: 1,
            lead: true,
          },
        ],
      },
    ]);
    // Overlap 0.5 of weight 0.35 is all that is known: 0.175; the barrier is unknown and counts as a half. At most the
    // unknown factors of weights 0.3 and 0.1 are 1, and nothing bars the way.
    expect(contested.rivals).toEqual([
      {
        id: id("actors", "rivalco"),
        key: "rivalco",
        threat: 0.13125,
        low: 0.0875,
        high: 0.575,
        level: "MODERATE",
        type: "SIMILAR_MANUFACTURER",
        overlap: 0.5,
        marketCommonality: null,
        momentum: 0,
      },
    ]);
    expect(settled).toMatchObject({
      positions: [],
      positionsGone: [id("actors", "rivalco")],
      boundaries: [{ status: "AGREED", value: 1, leads: [id("actors", "sysco")] }],
      rivals: [],
      rivalsGone: [id("actors", "rivalco")],
    });
    expect(same).toEqual({
      date: "2022-06-01",
      positions: [],
      positionsGone: [],
      boundaries: [],
      boundariesGone: [],
      rivals: [],
      rivalsGone: [],
      coherence: settled.coherence,
    });
  });

  test.each([
    ["no date", [], "dates is empty. Give at least one date."],
    ["a date twice", ["2021-01-01", "2021-01-01"], "dates has 2021-01-01 after 2021-01-01. Give each date once"],
    [
      "more than 400 dates",
      Array.from({ length: 401 }, (_, index) => new Date(Date.UTC(2020, 0, index + 1)).toISOString().slice(0, 10)),
      "dates has 401 dates. Give at most 400.",
    ],
  ])("%s is refused in words", async (_what, dates, message) => {
    const { errors } = await send("frames(dates: $dates) { date }", { dates }, ", $dates: [Date!]!");
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  test("a focal firm that nobody knows is an error, not a map without rivals", async () => {
    const { errors } = await send('frames(dates: ["2021-01-01"], focal: "nobody") { date }');
    expect(errors?.[0]?.message).toBe('The focal firm "nobody" is not an actor of the ecosystem.');
  });
});

describe("trends and changes", () => {
  test("coherence by the year, with what happened in between", async () => {
    const { coherenceTrend } = await ask(
      'coherenceTrend(from: "2020-06-01", to: "2022-06-01", step: YEAR) { date score events { date label } dimensions { kind score } }',
    );
    // Boundaries is the only dimension that has anything known: settled, contested by two, settled again.
    expect(
      coherenceTrend.map(({ dimensions, ...point }: { dimensions: { kind: string; score: number | null }[] }) => ({
        ...point,
        boundaries: dimensions.find(({ kind }) => kind === "BOUNDARIES")!.score,
      })),
    ).toEqual([
      { date: "2020-06-01", score: 1, boundaries: 1, events: [] },
      {
        date: "2021-06-01",
        score: 0.5,
        boundaries: 0.5,
        events: [
          { date: "2021-01-01", label: "Mill Nine enters the ecosystem" },
          { date: "2021-01-01", label: "RivalCo claims to lead Run presses" },
        ],
      },
      {
        date: "2022-06-01",
        score: 1,
        boundaries: 1,
        events: [{ date: "2022-01-01", label: "The claim of RivalCo about Run presses ends" }],
      },
    ]);
  });

  test("threats by the year: a rival has a figure only while it is one", async () => {
    const { threatTrend } = await ask(
      'threatTrend(from: "2019-06-01", to: "2022-06-01", step: YEAR) { focal { key } dates { date isJudged } rivals { rival { key } points { date threat level } } }',
    );
    expect(threatTrend).toEqual({
      focal: { key: "sysco" },
      dates: [
        { date: "2019-06-01", isJudged: false },
        { date: "2020-06-01", isJudged: true },
        { date: "2021-06-01", isJudged: true },
        { date: "2022-06-01", isJudged: true },
      ],
      rivals: [
        {
          rival: { key: "rivalco" },
          points: [
            { date: "2019-06-01", threat: null, level: null },
            { date: "2020-06-01", threat: null, level: null },
            { date: "2021-06-01", threat: expect.closeTo(0.13125, 9), level: "MODERATE" },
            { date: "2022-06-01", threat: null, level: null },
          ],
        },
      ],
    });
  });

  test("why both differ between two days, with subjects and evidence", async () => {
    const { coherenceChange, threatChange } = await ask(
      `coherenceChange(from: "2020-06-01", to: "2021-06-01") { before after change items { dimension key reason sentence before after change subjects { id } evidence { key } } }
       threatChange(rival: "rivalco", from: "2020-06-01", to: "2021-06-01") { before after levelAfter items { part label change subjects { id } evidence { key } } }`,
    );
    const run = [{ id: id("activities", "run") }];
    expect(coherenceChange).toEqual({
      before: 1,
      after: 0.5,
      change: -0.5,
      items: [
        {
          dimension: "BOUNDARIES",
          key: "run",
          reason: "VALUE_CHANGED",
          sentence: "Run presses fell from 100 to 50.",
          before: 1,
          after: 0.5,
          change: -0.5,
          subjects: run,
          evidence: [{ key: "report" }],
        },
      ],
    });
    expect(threatChange).toMatchObject({ before: 0, after: expect.closeTo(0.13125, 9), levelAfter: "MODERATE" });
    const threatParts = threatChange.items.map(({ change }: { change: number }) => change);
    expect(threatParts.reduce((sum: number, part: number) => sum + part, 0)).toBeCloseTo(0.13125, 9);
  });

  test.each([
    [
      'coherenceTrend(from: "2022-01-01", to: "2021-01-01", step: MONTH) { date }',
      "from 2022-01-01 is not before to 2021-01-01",
    ],
    ['coherenceTrend(from: "1900-01-01", to: "2021-01-01", step: MONTH) { date }', "there are more than 400 points"],
    [
      'threatTrend(from: "2021-01-01", to: "2022-01-01", step: YEAR, rival: "nobody") { dates { date } }',
      'There is no actor "nobody".',
    ],
    [
      'threatTrend(from: "2018-01-01", to: "2019-01-01", step: YEAR) { dates { date } }',
      "has no position on any of the 2 days",
    ],
    ['coherenceChange(from: "2021-01-01", to: "2021-01-01") { change }', "from 2021-01-01 is not before to 2021-01-01"],
    [
      'threatChange(rival: "sysco", from: "2021-01-01", to: "2022-01-01") { change }',
      '"sysco" cannot be a rival on 2021-01-01 or 2022-01-01',
    ],
  ])("%s is refused in words", async (fields, message) => {
    const { errors } = await send(fields);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
