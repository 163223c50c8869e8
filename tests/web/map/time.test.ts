import { describe, expect, test } from "vitest";
import type { TimelineEventKind } from "../../../web/graphql/schema-types.ts";
import { axisOf, strokeAt, strokesOf, ticksOf } from "../../../web/map/model/time/axis.ts";
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  lastUntil,
  turningDays,
  within,
} from "../../../web/map/model/time/days.ts";
import { directoryOf, factsOfFrame } from "../../../web/map/model/time/facts-of-frame.ts";
import type { FramePosition, MapFrame } from "../../../web/map/model/time/frames.graphql.ts";
import { frameDays, frameOn, inChunks, wholeFrames } from "../../../web/map/model/time/frames.ts";
import { inForceLookup } from "../../../web/map/model/time/in-force-lookup.ts";
import {
  afterAxis,
  beforeAxis,
  dateToCompare,
  neighbourMark,
  outside,
  spanOf,
  summary,
} from "../../../web/map/model/time/marks.ts";
import { scoreLine } from "../../../web/map/model/time/score-line.ts";
import { activity, actor, edge } from "./support.ts";

const mark = (date: string, ...kinds: TimelineEventKind[]) => ({
  date,
  events: kinds.map((kind) => ({ kind, label: kind })),
});

describe("days", () => {
  test("a day has a number, and the number that day", () => {
    expect([dayNumber("1970-01-02"), dayOf(1), dayNumber("2024-03-01") - dayNumber("2024-02-28")]).toEqual([
      1,
      "1970-01-02",
      2,
    ]);
  });

  test("a month on from its last day is the next month's last day", () => {
    expect([
      addMonths("2024-01-31", 1),
      addMonths("2023-01-31", 1),
      addMonths("2024-03-31", -1),
      addMonths("2024-11-15", 3),
    ]).toEqual(["2024-02-29", "2023-02-28", "2024-02-29", "2025-02-15"]);
    expect(addDays("2024-12-31", 1)).toBe("2025-01-01");
  });

  test("a day is kept within a span", () => {
    const span = { from: "2020-01-01", to: "2021-01-01" };
    expect(["2019-12-31", "2020-06-01", "2022-01-01"].map((day) => within(day, span))).toEqual([
      "2020-01-01",
      "2020-06-01",
      "2021-01-01",
    ]);
  });

  test("the last day that is not after another, none before all", () => {
    const days = ["2020-01-01", "2021-01-01", "2022-01-01"];
    expect(["2019-12-31", "2020-01-01", "2021-12-31", "2030-01-01"].map((day) => lastUntil(days, day))).toEqual([
      null,
      "2020-01-01",
      "2021-01-01",
      "2022-01-01",
    ]);
  });

  test("the map changes where something begins or ends, each day once", () => {
    const row = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo });
    expect(
      turningDays([row("2021-01-01", null), row("2020-01-01", "2021-01-01"), row(null, null), row(null, "2019-05-05")]),
    ).toEqual(["2019-05-05", "2020-01-01", "2021-01-01"]);
  });

  test("between two days on which the map changes what is in force is one object", () => {
    const inForce = inForceLookup({
      nodes: [actor("a"), actor("b", ["OTHER"], { validFrom: "2020-01-01" })],
      edges: [edge("a", "SUPPLIES", "b", { validTo: "2021-01-01" })],
    });
    const drawn = (day: string) => [...inForce(day).nodes, ...inForce(day).edges].map(({ id }) => id);
    expect(drawn("2019-12-31")).toEqual(["a"]);
    expect(drawn("2020-01-01")).toEqual(["a", "b", "a SUPPLIES b"]);
    expect(drawn("2021-01-01")).toEqual(["a", "b"]);
    expect(inForce("2020-12-31")).toBe(inForce("2020-01-01"));
    expect(inForce("2018-01-01")).toBe(inForce("2019-12-31"));
  });
});

describe("frames", () => {
  const position = (id: string, servitization: number | null) => ({
    id,
    key: id,
    servitization,
    breadth: 1,
    perceptionGap: null,
    voice: "SELF_REPORTED" as const,
    extents: [] as FramePosition["extents"],
  });
  const rival = (id: string, threat: number) => ({
    id,
    key: id,
    threat,
    low: threat,
    high: threat,
    level: "LOW" as const,
    levelAtMost: "MODERATE" as const,
    type: "OTHER" as const,
    typeSource: "TAGGED" as const,
    factors: [
      { kind: "OVERLAP" as const, value: 0.1 },
      { kind: "MARKET_COMMONALITY" as const, value: null },
      { kind: "SUPPLY_COMMONALITY" as const, value: null },
      { kind: "MOMENTUM" as const, value: 0 },
      { kind: "STATED_RIVALRY" as const, value: 0 },
    ],
  });
  const frame = (date: string, more: Partial<MapFrame> = {}): MapFrame => ({
    date,
    positions: [],
    positionsGone: [],
    boundaries: [],
    boundariesGone: [],
    rivals: [],
    rivalsGone: [],
    typicalRival: null,
    coherence: { score: 0.5, low: 0.4, high: 0.6, coverage: 1, isIndicative: false },
    ...more,
  });

  test("each frame is made whole from what differs from the one before", () => {
    const [first, second, third, fourth] = wholeFrames([
      frame("2020-01-01", { positions: [position("b", 0.2), position("a", 0.1)], rivals: [rival("r", 0.3)] }),
      frame("2020-02-01", { positions: [position("a", 0.4)], positionsGone: ["b"], rivals: null }),
      frame("2020-03-01", { positions: [position("c", null)], rivals: [rival("s", 0.1)] }),
      frame("2020-04-01"),
    ]);
    expect(first!.positions).toEqual([position("a", 0.1), position("b", 0.2)]);
    expect(first!.rivals).toEqual([rival("r", 0.3)]);
    expect(second!.positions).toEqual([position("a", 0.4)]);
    expect(second!.rivals).toBeNull();
    expect(third!.positions).toEqual([position("a", 0.4), position("c", null)]);
    expect(third!.rivals).toEqual([rival("s", 0.1)]);
    expect(fourth!.positions).toBe(third!.positions);
  });

  test("they are asked of every mark and of the day before the first", () => {
    expect(frameDays(["2020-01-01", "2021-01-01"])).toEqual(["2019-12-31", "2020-01-01", "2021-01-01"]);
    expect(frameDays([])).toEqual([]);
  });

  test("those around the day come first", () => {
    expect(inChunks(["1", "2", "3", "4", "5", "6", "7"], 2, "4")).toEqual([["3", "4"], ["1", "2"], ["5", "6"], ["7"]]);
    expect(inChunks(["5", "6"], 2, "1")).toEqual([["5", "6"]]);
  });

  test("a day has the frame of the last mark, and none while that has not come", () => {
    const days = ["2019-12-31", "2020-01-01", "2021-01-01"];
    const whole = new Map(wholeFrames([frame("2019-12-31"), frame("2020-01-01")]).map((each) => [each.date, each]));
    const on = (day: string) => frameOn(whole, days, day)?.date ?? null;
    expect(["2018-01-01", "2019-12-31", "2020-06-01", "2021-06-01"].map(on)).toEqual([
      "2019-12-31",
      "2019-12-31",
      "2020-01-01",
      null,
    ]);
  });

  test("a frame gives the lenses positions, boundaries and threats with names", () => {
    const nodes = [
      actor("a"),
      actor("b"),
      activity("run", { label: "Run", layer: "SERVICE", importance: 4, required: true, serviceness: 1 }),
    ];
    const claim = (id: string, by: string | null, about: string, extent: number, lead: boolean | null) => ({
      id,
      by,
      about,
      extent,
      lead,
    });
    const extents = {
      a: { extent: 0.8, own: 0.8, others: 0.2, lead: true, voice: "DISPUTED" as const },
      b: { extent: 0.1, own: null, others: 0.4, lead: false, voice: "BY_OTHERS" as const },
    };
    const typicalRival = { base: 0.02, perOverlap: 0.3, perMarketCommonality: 0.2, otherContact: 0.03, damping: 0.7 };
    const [whole] = wholeFrames([
      frame("2020-01-01", {
        positions: [
          { ...position("a", 0.5), extents: [{ id: "run", ...extents.a }] },
          {
            ...position("b", null),
            extents: [
              { id: "run", ...extents.b },
              { id: "unknown", ...extents.b },
            ],
          },
          position("stranger", 0.1),
        ],
        boundaries: [
          {
            id: "run",
            key: "run",
            status: "CONTESTED",
            value: 0.5,
            leads: ["a"],
            attributed: ["b"],
            claims: [
              claim("1", "a", "a", 0.8, true),
              claim("2", "b", "a", 0.2, null),
              claim("3", "a", "b", 0.4, true),
              claim("4", null, "b", 0.1, null),
            ],
          },
        ],
        rivals: [rival("b", 0.3)],
        typicalRival,
      }),
    ]);
    const named = (id: string) => ({ id, key: id, name: `Name of ${id}`, kinds: ["OTHER"] });
    const run = { id: "run", key: "run", name: "Run", layer: "SERVICE", importance: 4, required: true, serviceness: 1 };
    const whoSays = (id: string, by: string | null, about: string, extent: number, lead: boolean | null) => ({
      id,
      by: by && named(by),
      about: named(about),
      activity: run,
      extent,
      lead,
      evidence: [],
    });
    const at = (id: string, servitization: number | null, extent: object) => ({
      actor: named(id),
      servitization,
      breadth: 1,
      perceptionGap: null,
      voice: "SELF_REPORTED",
      extents: [{ activity: run, ...extent }],
    });
    expect(factsOfFrame(whole!, directoryOf(nodes))).toEqual({
      positions: [at("a", 0.5, extents.a), at("b", null, extents.b)],
      boundaries: [
        {
          activity: run,
          status: "CONTESTED",
          value: 0.5,
          leads: [named("a")],
          attributed: [named("b")],
          claims: [
            whoSays("1", "a", "a", 0.8, true),
            whoSays("2", "b", "a", 0.2, null),
            whoSays("3", "a", "b", 0.4, true),
            whoSays("4", null, "b", 0.1, null),
          ],
        },
      ],
      threats: [
        {
          rival: named("b"),
          threat: 0.3,
          low: 0.3,
          high: 0.3,
          level: "LOW",
          levelAtMost: "MODERATE",
          type: "OTHER",
          typeSource: "TAGGED",
          factors: [
            { kind: "OVERLAP", value: 0.1 },
            { kind: "MARKET_COMMONALITY", value: null },
            { kind: "SUPPLY_COMMONALITY", value: null },
            { kind: "MOMENTUM", value: 0 },
            { kind: "STATED_RIVALRY", value: 0 },
          ],
        },
      ],
      typicalRival,
    });
  });
});

describe("marks", () => {
  const marks = [
    mark("2000-01-01", "AGED"),
    mark("2020-01-01", "ENTERED", "ENTERED", "CLAIMED"),
    mark("2021-01-01", "LEFT"),
  ];
  const timeline = { from: "2020-01-01", to: "2021-01-01", marks };

  test("a mark says how many things of each kind happened", () => {
    expect(summary(mark("2020-01-01", "LEFT", "ENTERED", "AGREED", "ENTERED"))).toBe(
      "2 entered, 1 agreed on data, 1 left",
    );
  });

  test("the axis runs over what somebody did and today, and is never shorter than three months", () => {
    expect(spanOf(timeline, "2022-03-04")).toEqual({ from: "2019-12-31", to: "2022-03-04" });
    expect(spanOf(timeline, "2019-03-04")).toEqual({ from: "2019-03-03", to: "2021-01-01" });
    expect(spanOf({ from: null, to: null, marks: [] }, "2022-03-04")).toEqual({ from: "2022-03-03", to: "2022-06-03" });
  });

  test("an end beyond 2200 is open: the axis ends where events end", () => {
    const open = { ...timeline, to: "9999-12-31", marks: [...marks, mark("9999-12-31", "LEFT")] };
    expect(spanOf(open, "2020-06-01")).toEqual({ from: "2019-12-31", to: "2021-01-01" });
    expect(spanOf({ ...open, to: "2199-01-01" }, "2020-06-01").to).toBe("2199-01-01");
  });

  test("a lone early day does not take the axis for itself, and the bar says that there is one", () => {
    const old = { ...timeline, from: "0001-01-01", marks: [mark("0001-01-01", "ENTERED"), ...marks.slice(1)] };
    const span = spanOf(old, "2022-03-04");
    expect(span).toEqual({ from: "2019-12-31", to: "2022-03-04" });
    expect(beforeAxis(old, span)).toBe(
      "Earlier events, from 1 Jan 0001 on, are not on the axis. Enter a date to see the state on it.",
    );
    expect(beforeAxis(timeline, spanOf(timeline, "2022-03-04"))).toBeNull();
    // Firms founded one after another are history; so is a single one, after which nothing happened.
    const founded = ["1834-01-01", "1900-01-01", "1960-01-01", "2020-01-01"].map((day) => mark(day, "ENTERED"));
    expect(spanOf({ from: "1834-01-01", to: "2020-01-01", marks: founded }, "2022-03-04").from).toBe("1833-12-31");
    const single = { from: "1834-01-01", to: "1834-01-01", marks: founded.slice(0, 1) };
    expect(spanOf(single, "2022-03-04").from).toBe("1833-12-31");
  });

  test("what happens after the axis has ended is told of", () => {
    const late = { ...timeline, to: "9999-01-01", marks: [...timeline.marks, mark("9999-01-01", "ENTERED")] };
    expect(afterAxis(late, spanOf(late, "2022-03-04"))).toBe(
      "Later events, until 1 Jan 9999, are not on the axis. Enter a date to see the state on it.",
    );
    expect(afterAxis(timeline, spanOf(timeline, "2022-03-04"))).toBeNull();
  });

  test("a day is first compared with a year before, or where nothing is known so early with another end of the axis", () => {
    const span = { from: "2020-01-01", to: "2026-11-27" };
    expect(dateToCompare("2026-11-27", span)).toBe("2025-11-27");
    expect(dateToCompare("2020-06-01", span)).toBe("2020-01-01");
    expect(dateToCompare("2020-01-01", span)).toBe("2026-11-27");
    expect(dateToCompare("2020-01-01", { from: "2020-01-01", to: "2020-01-01" })).toBe("2020-01-01");
  });

  test("the next and the previous mark are those on the axis", () => {
    const span = spanOf(timeline, "2022-03-04");
    const dates = (day: string) => [-1, 1].map((way) => neighbourMark(marks, span, day, way as 1)?.date ?? null);
    expect(dates("2020-06-01")).toEqual(["2020-01-01", "2021-01-01"]);
    expect(dates("2020-01-01")).toEqual([null, "2021-01-01"]);
    expect(dates("2021-01-01")).toEqual(["2020-01-01", null]);
  });

  test("a day before or after all that is recorded says so", () => {
    const said = (day: string) => outside(timeline, day, "2020-06-01");
    expect(said("2019-12-31")).toBe("No records before 1 Jan 2020.");
    expect(said("2021-01-02")).toBe("No records after 1 Jan 2021: the state on that date is shown.");
    expect([said("2020-01-01"), said("2021-01-01")]).toEqual([null, null]);
    expect(outside(timeline, "2023-01-01", "2023-01-01")).toBeNull();
  });
});

describe("the axis", () => {
  const span = { from: "2020-01-01", to: "2022-01-01" };
  const axis = axisOf(span, 731);

  test("a day has a place and the place that day; beyond an end is the end", () => {
    expect([axis.x("2020-01-01"), axis.x("2021-01-01"), axis.x("2022-01-01")]).toEqual([0, 366, 731]);
    expect([axis.day(-5), axis.day(366), axis.day(9999)]).toEqual(["2020-01-01", "2021-01-01", "2022-01-01"]);
  });

  test("years are named where there is room, months between them where there is more", () => {
    const years = (width: number) => ticksOf(axisOf(span, width)).flatMap(({ year }) => year ?? []);
    expect(years(731)).toEqual(["2020", "2021", "2022"]);
    expect(years(50)).toEqual(["2020", "2022"]);
    const ages = ticksOf(axisOf({ from: "0001-01-01", to: "2200-01-01" }, 300)).flatMap(({ year }) => year ?? []);
    expect(ages).toEqual(["500", "1000", "1500", "2000"]);
    expect([731, 200, 50].map((width) => ticksOf(axisOf(span, width)).length)).toEqual([3 + 22, 3 + 6, 2]);
  });

  test("marks that would touch are one stroke, its height by the root of how many events", () => {
    const two: TimelineEventKind[] = ["ENTERED", "CLAIMED"];
    const marks = [
      mark("2019-01-01", ...two, ...two),
      mark("2020-01-11", "LEFT"),
      mark("2021-01-01", ...two),
      mark("2021-01-03", ...two),
    ];
    const strokes = strokesOf(marks, axis);
    expect(strokes).toEqual([
      { x: 10, height: 0.5, marks: [marks[1]] },
      { x: 367, height: 1, marks: [marks[2], marks[3]] },
    ]);
    expect([12, 100, 361].map((x) => strokeAt(strokes, x))).toEqual([strokes[0], null, strokes[1]]);
  });

  test("coherence is level from mark to mark and broken where it is unknown", () => {
    const frame = (
      date: string,
      score: number | null,
      low: number | null,
      high: number | null,
      isIndicative = false,
    ) => ({
      date,
      positions: [],
      boundaries: [],
      rivals: null,
      typicalRival: null,
      coherence: { score, low, high, coverage: null, isIndicative },
    });
    const frames = [
      frame("2019-01-01", 0.5, 0, 1),
      frame("2020-01-11", 0.75, 0.5, 1),
      frame("2020-01-21", null, null, null),
      frame("2021-01-01", 0.5, 0.5, 0.5),
    ];
    expect(scoreLine(frames, axis, 20)).toEqual({
      line: "M0 10L10 10L10 5L20 5M366 10L731 10",
      band: "M0 0L10 0L10 0L20 0L20 10L10 10L10 20L0 20ZM366 10L731 10L731 10L366 10Z",
    });
    expect(scoreLine([], axis, 20)).toEqual({ line: "", band: "" });
    // Where too little is known the range alone is drawn, without a line through it.
    const indicative = [frame("2019-01-01", 0.5, 0, 1, true), ...frames.slice(1)];
    expect(scoreLine(indicative, axis, 20)).toEqual({
      line: "M10 5L20 5M366 10L731 10",
      band: "M0 0L10 0L10 0L20 0L20 10L10 10L10 20L0 20ZM366 10L731 10L731 10L366 10Z",
    });
  });
});
