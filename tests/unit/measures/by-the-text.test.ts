import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaries } from "../../../api/measures/boundary/boundary.ts";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { dimensions } from "../../../api/measures/coherence/dimensions.ts";
import { interventions } from "../../../api/measures/coherence/interventions.ts";
import { questions } from "../../../api/measures/coherence/questions.ts";
import { positions } from "../../../api/measures/position/position.ts";
import { segments } from "../../../api/measures/segments/segments.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { coherenceOf, itemsOf } from "../../support/by-the-text/coherence.ts";
import * as byTheText from "../../support/by-the-text/facts.ts";
import { interventionsOf } from "../../support/by-the-text/interventions.ts";
import { segmentOfEach, threatsTo } from "../../support/by-the-text/threat.ts";
import { randomDocument } from "../../support/random-document.ts";

// The measures against a second reading of docs/model.md: both must say the same of any ecosystem, on days on which
// something in it begins or ends, at any confidence, with any weights.

const near = (value: number | null | undefined) =>
  value === null || value === undefined ? value : expect.closeTo(value, 9);
const nearAll = (figures: readonly (number | null)[]) => figures.map(near);

/** All days that stand in a document: where a wrong "on or before" shows. */
const daysIn = (document: EcosystemDocument): string[] => [
  "2026-06-30",
  ...new Set(JSON.stringify(document).match(/(?<=")\d{4}-\d{2}-\d{2}(?=")/g)),
];
const weight = fc.constantFrom(0, 0.5, 1, 1, 3);
const moment = (document: EcosystemDocument) =>
  fc.record({ asOf: fc.constantFrom(...daysIn(document)), minConfidence: fc.constantFrom(0, 0, 0.4, 0.7) });
const both = (document: EcosystemDocument, at: byTheText.Moment) =>
  [factsInForce(document, at), byTheText.inForce(document, at)] as const;

const judged = randomDocument.chain((document) =>
  fc.record({
    document: fc.constant(document),
    at: moment(document),
    weights: fc
      .tuple(...dimensions.map(() => weight))
      .filter((list) => list.some((it) => it > 0))
      .map((list) => dimensions.map(({ kind }, index) => ({ dimension: kind, weight: list[index]! }))),
  }),
);

describe("the measures say what the model's text says", () => {
  it("of positions and boundaries", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(judged, ({ document, at }) => {
        const [facts, text] = both(document, at);
        expect(positions(facts).map((it) => [it.actor, it.servitization, it.breadth, it.perceptionGap])).toEqual(
          byTheText
            .positions(text)
            .map((it) => [it.actor, near(it.servitization), near(it.breadth), near(it.perceptionGap)]),
        );
        for (const { activity, status, value, leads, attributed } of boundaries(facts)) {
          const expected = byTheText.boundary(text, activity);
          seen.add(status);
          expect({ status, value, leads, attributed }).toEqual({ ...expected, value: near(expected.value) });
        }
        for (const { actor, extents } of positions(facts)) {
          for (const { activity, extent, source } of extents) {
            const expected = byTheText.extentOf(text, actor, activity)!;
            expect([extent, source]).toEqual([near(expected.x), expected.source]);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(seen.size).toBe(7);
  });

  it("of coherence, its items, losses and questions", () => {
    const statuses = new Set<string>();
    fc.assert(
      fc.property(judged, ({ document, at, weights }) => {
        const [facts, text] = both(document, at);
        const result = coherence(facts, weights);
        const byKind = Object.fromEntries(weights.map((it) => [it.dimension, it.weight]));
        const expected = coherenceOf(itemsOf(text), byKind);
        expect([result.score, result.low, result.high, result.coverage]).toEqual(
          nearAll([expected.score, expected.low, expected.high, expected.coverage]),
        );
        expect([result.lowest, result.isIndicative]).toEqual([expected.lowest, expected.isIndicative]);
        const losses = new Map(expected.losses.map(({ kind, key, loss }) => [`${kind} ${key}`, loss]));
        for (const [index, dimension] of result.dimensions.entries()) {
          const { kind, items, ...other } = expected.dimensions[index]!;
          statuses.add(`${kind} ${dimension.status}`);
          expect([dimension.kind, dimension.weight]).toEqual([kind, other.W]);
          expect(dimension.status).toBe(other.score === null ? "UNKNOWN" : "SCORED");
          expect([dimension.score, dimension.low, dimension.high, dimension.coverage]).toEqual(
            nearAll([other.score, other.low, other.high, other.coverage]),
          );
          expect(new Map(dimension.items.map((it) => [it.key, [it.value, it.low, it.high, it.weight]]))).toEqual(
            new Map(items.map((it) => [it.key, nearAll([it.v, it.low, it.high, it.w])])),
          );
          for (const { key, loss } of dimension.items) expect(loss).toEqual(near(losses.get(`${kind} ${key}`) ?? null));
        }
        const asked = new Map(expected.widths.filter(({ width }) => width > 1e-12).map((it) => [it.kind + it.key, it]));
        expect(new Map(questions(result).map((it) => [it.dimension + it.key, it.width]))).toEqual(
          new Map([...asked].map(([name, { width }]) => [name, near(width)])),
        );
      }),
      { numRuns: 500 },
    );
    // Every dimension was met with and without a score.
    expect(statuses.size).toBe(2 * dimensions.length);
  });

  it("of interventions: the same are offered, with the gain of evaluating the changed facts again", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(judged, ({ document, at, weights }) => {
        const [facts, text] = both(document, at);
        const byKind = Object.fromEntries(weights.map((it) => [it.dimension, it.weight]));
        const offered = interventions(facts, weights);
        for (const { kind } of offered) kinds.add(kind);
        expect(new Map(offered.map(({ kind, key, gain }) => [`${kind} ${key}`, gain]))).toEqual(
          new Map([...interventionsOf(text, byKind)].map(([name, gain]) => [name, near(gain)])),
        );
      }),
      { numRuns: 400 },
    );
    expect(kinds.size).toBe(6);
  });

  it("of threats, their factors and dampers, types, answers and segments", () => {
    const seen = { types: new Set<string>(), levels: new Set<string>(), answered: 0, first: new Set<number>() };
    const options = randomDocument.chain((document) =>
      fc.record({
        document: fc.constant(document),
        at: moment(document),
        halfLifeDays: fc.constantFrom(30, 180, 400),
        weights: fc
          .record({
            OVERLAP: weight,
            MARKET_COMMONALITY: weight,
            SUPPLY_COMMONALITY: weight,
            MOMENTUM: weight,
            STATED_RIVALRY: weight,
          })
          .filter((it) => Object.values(it).some((one) => one > 0)),
      }),
    );
    fc.assert(
      fc.property(options, ({ document, at, halfLifeDays, weights }) => {
        const [facts, text] = both(document, at);
        const focal = "a0";
        expect(
          Object.fromEntries(
            segments(facts, focal).flatMap(({ customers, readiness, infrastructure, origin, age }) =>
              customers.map((key) => [key, [readiness, infrastructure, origin, age].join()]),
            ),
          ),
        ).toEqual(Object.fromEntries(segmentOfEach(text, focal)));
        if (!byTheText.positions(text).some(({ actor }) => actor === focal)) return;

        const list = Object.entries(weights).map(([factor, weight]) => ({ factor: factor as "OVERLAP", weight }));
        const result = threats(facts, { focal, halfLifeDays, weights: list });
        const expected = threatsTo(text, { focal, halfLifeDays, weights });
        const figures = new Map(
          result.rivals.map((it) => {
            const [barrier, ties] = it.dampers as [(typeof it.dampers)[0], (typeof it.dampers)[0]];
            seen.types.add(it.inferredType);
            seen.levels.add(it.level);
            return [
              it.rival,
              {
                figures: [it.threat, it.low, it.high, it.contact],
                factors: it.factors.map(({ value, low, high }) => [value, low, high]),
                barrier: [barrier.value, barrier.low, barrier.high],
                ties: ties.value,
                contributions: it.factors.map(({ contribution }) => contribution),
                words: [it.rank, it.level, it.levelAtMost, it.group, it.type, it.inferredType],
              },
            ];
          }),
        );
        expect(figures).toEqual(
          new Map(
            expected.rivals.map((it) => [
              it.rival,
              {
                figures: nearAll([it.threat, it.low, it.high, it.contact]),
                factors: it.factors.map(nearAll),
                barrier: nearAll(it.barrier),
                ties: near(it.ties),
                contributions: nearAll(it.contributions),
                words: [it.rank, it.level, it.levelAtMost, it.group, it.type, it.inferredType],
              },
            ]),
          ),
        );
        expect(result.unansweredMoves).toEqual(expected.unanswered);
        expect(result.medianResponseDays).toBe(expected.median);
        expect(result.firstMoverShare).toEqual(near(expected.firstMoverShare));
        if (expected.median !== null) seen.answered += 1;
        if (expected.firstMoverShare !== null) seen.first.add(expected.firstMoverShare);
      }),
      { numRuns: 1200 },
    );
    expect(seen.types.size).toBe(5);
    expect(seen.levels.size).toBe(4);
    expect(seen.answered).toBeGreaterThan(3);
    expect(seen.first.size).toBeGreaterThan(1);
  });
});
