import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { coherenceTrend } from "../../../api/measures/coherence/coherence-trend.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { threatTrend } from "../../../api/measures/threat/threat-trend.ts";
import { type Step, stepDates } from "../../../api/measures/timeline/steps.ts";
import { MeasureError } from "../../../api/shared/measure-error.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import { restlessDocument } from "../../support/restless-document.ts";
import { activity, actor, ecosystem } from "../measures/support.ts";

vi.setConfig({ testTimeout: 30_000 });

const period = { from: "2023-01-31", to: "2026-02-10" };
const steps = fc.constantFrom<Step>("MONTH", "QUARTER", "YEAR");
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof MeasureError) return error.code;
    throw error;
  }
  return null;
};

describe("the days of a trend", () => {
  test("are the same day of every month, the last one of a short month, and the end", () => {
    expect(stepDates({ from: "2024-01-31", to: "2024-05-05" }, "MONTH")).toEqual([
      "2024-01-31",
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
      "2024-05-05",
    ]);
    expect(stepDates({ from: "2023-11-15", to: "2024-08-15" }, "QUARTER")).toEqual([
      "2023-11-15",
      "2024-02-15",
      "2024-05-15",
      "2024-08-15",
    ]);
    expect(stepDates({ from: "2020-02-29", to: "2022-02-28" }, "YEAR")).toEqual([
      "2020-02-29",
      "2021-02-28",
      "2022-02-28",
    ]);
  });

  test("are refused where there is no way from one to the other, or too many between", () => {
    expect(codeOf(() => stepDates({ from: "2024-01-01", to: "2024-01-01" }, "MONTH"))).toBe("BAD_PERIOD");
    expect(codeOf(() => stepDates({ from: "2024-02-30", to: "2025-01-01" }, "MONTH"))).toBe("IMPOSSIBLE_DATE");
    expect(stepDates({ from: "1990-01-01", to: "2023-04-01" }, "MONTH")).toHaveLength(400);
    expect(codeOf(() => stepDates({ from: "1990-01-01", to: "2023-04-02" }, "MONTH"))).toBe("TOO_MANY_DATES");
  });
});

describe("the trend of coherence", () => {
  test("sees equipment age while no fact changes", () => {
    const document = ecosystem({
      actors: [actor("c", "CUSTOMER"), actor("m")],
      installations: [2010, 2018].map((installedYear) => ({
        key: `n${installedYear}`,
        customer: "c",
        origin: "m",
        installedYear,
        controlSystem: "x",
      })),
      controlSystems: [{ key: "x", name: "X" }],
    });
    const trend = coherenceTrend(document, { from: "2022-06-30", to: "2025-06-30", step: "YEAR" });
    // That of 2018 is new until 2022, that of 2010 old from 2025 on.
    expect(trend.map(({ dimensions }) => dimensions[2]!.score)).toEqual([0.5, 1, 1, 0.5]);
  });

  test("says of each day of any ecosystem exactly what coherence says of it", () => {
    fc.assert(
      fc.property(restlessDocument, steps, fc.constantFrom(0, 0.4), (document, step, minConfidence) => {
        const weights = [{ dimension: "STANDARDS" as const, weight: 2.5 }];
        const points = coherenceTrend(document, { ...period, step }, { minConfidence, weights });
        expect(points.map(({ date }) => date)).toEqual(stepDates(period, step));
        for (const { date, events: _, dimensions, ...point } of points) {
          const alone = coherence(factsInForce(document, { asOf: date, minConfidence }), weights);
          const { score, low, high, coverage, isIndicative, lowest } = alone;
          expect(point).toEqual({ score, low, high, coverage, isIndicative, lowest });
          expect(dimensions).toEqual(
            alone.dimensions.map(({ kind, status, weight, score, low, high, coverage, isIndicative }) => ({
              kind,
              status,
              weight,
              score,
              low,
              high,
              coverage,
              isIndicative,
            })),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test("tells what happened between two days at the later one, nothing twice and nothing before the first", () => {
    const claim = (validFrom: string) => ({ by: "a", about: "a", activity: "j", extent: 1, lead: true, validFrom });
    const document = ecosystem({
      actors: [actor("a")],
      activities: [activity("j")],
      claims: [claim("2024-01-01"), claim("2024-01-15"), claim("2024-02-01"), claim("2024-03-02")],
    });
    const points = coherenceTrend(document, { from: "2024-01-01", to: "2024-03-01", step: "MONTH" });
    expect(points.map(({ date, events }) => [date, events.map((event) => [event.date, event.label])])).toEqual([
      ["2024-01-01", []],
      [
        "2024-02-01",
        [
          ["2024-01-15", "A claims to lead J"],
          ["2024-02-01", "A claims to lead J"],
        ],
      ],
      ["2024-03-01", []],
    ]);
  });
});

describe("the trend of threats", () => {
  test("says of each rival on each day of any ecosystem exactly what threats says of it", () => {
    let judged = 0;
    fc.assert(
      fc.property(restlessDocument, steps, (document, step) => {
        const options = { weights: [{ factor: "MOMENTUM" as const, weight: 1 }], halfLifeDays: 100 };
        const alone = stepDates(period, step).map((asOf) => {
          try {
            return threats(factsInForce(document, { asOf }), options).rivals;
          } catch (error) {
            if (error instanceof MeasureError && error.code.startsWith("FOCAL_")) return null;
            throw error;
          }
        });
        if (alone.every((list) => list === null)) {
          expect(codeOf(() => threatTrend(document, { ...period, step }, options))).toBe("FOCAL_WITHOUT_POSITION");
          return;
        }
        const trend = threatTrend(document, { ...period, step }, options);
        expect(trend.dates.map(({ isJudged }) => isJudged)).toEqual(alone.map((list) => list !== null));
        expect(trend.rivals.map((it) => it.rival).sort()).toEqual(
          [...new Set(alone.flatMap((list) => (list ?? []).map((it) => it.rival)))].sort(),
        );
        for (const { rival, points } of trend.rivals) {
          for (const [index, { date, ...point }] of points.entries()) {
            const found = alone[index]?.find((it) => it.rival === rival);
            const { threat = null, low = null, high = null, type = null } = found ?? {};
            const { level = null, levelAtMost = null, rank = null } = found ?? {};
            expect({ date, point }).toEqual({
              date: trend.dates[index]!.date,
              point: { threat, low, high, level, levelAtMost, rank, type },
            });
            judged += threat === null ? 0 : 1;
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(judged).toBeGreaterThan(50);
  });

  const document = ecosystem({
    actors: [actor("f", "MANUFACTURER"), actor("r", "MANUFACTURER"), actor("s", "MANUFACTURER"), actor("x")],
    activities: [activity("j")],
    claims: [
      { about: "f", activity: "j", extent: 1 },
      { about: "r", activity: "j", extent: 0.5, validFrom: "2024-02-01" },
      { about: "s", activity: "j", extent: 0.25 },
    ],
    relations: [{ from: "x", to: "s", type: "SUPPLIES", validFrom: "2024-01-20" }],
  });

  test("lists rivals by their highest day, with no figure on days when they were none", () => {
    const { rivals, focal } = threatTrend(document, { from: "2024-01-01", to: "2024-02-01", step: "MONTH" });
    // Overlap weighs 0.35 of 1, the other factors add nothing; the barrier is unknown and counts as a half: 0.75.
    expect(focal).toBe("f");
    expect(rivals.map(({ rival, points }) => [rival, points.map(({ threat }) => threat)])).toEqual([
      ["r", [null, expect.closeTo(0.35 * 0.5 * 0.75, 12)]],
      ["s", [expect.closeTo(0.35 * 0.25 * 0.75, 12), expect.closeTo(0.35 * 0.25 * 0.75, 12)]],
    ]);
  });

  test("narrowed to one rival tells only what is about it or the focal firm", () => {
    const { rivals, dates } = threatTrend(
      document,
      { from: "2024-01-01", to: "2024-02-01", step: "MONTH" },
      { rival: "r" },
    );
    expect(rivals.map(({ rival }) => rival)).toEqual(["r"]);
    expect(dates[1]!.events.map(({ label }) => label)).toEqual(["Our assessment: R takes part in J"]);
  });

  test("refuses a rival and a focal firm that nobody knows", () => {
    const months = { from: "2024-01-01", to: "2024-02-01", step: "MONTH" as const };
    expect(codeOf(() => threatTrend(document, months, { rival: "nobody" }))).toBe("RIVAL_UNKNOWN");
    expect(codeOf(() => threatTrend(document, months, { focal: "nobody" }))).toBe("FOCAL_UNKNOWN");
    expect(codeOf(() => threatTrend(document, months, { focal: "x" }))).toBe("FOCAL_WITHOUT_POSITION");
    expect(codeOf(() => threatTrend(document, months, { first: -1 }))).toBe("BAD_FIRST");
  });
});
