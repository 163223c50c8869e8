import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boundaries } from "../../../api/measures/boundary/boundary.ts";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { interventions } from "../../../api/measures/coherence/interventions.ts";
import { questions } from "../../../api/measures/coherence/questions.ts";
import { positions } from "../../../api/measures/position/position.ts";
import { segments } from "../../../api/measures/segments/segments.ts";
import { viewFrom } from "../../../api/measures/threat/focal-view.ts";
import { responses } from "../../../api/measures/threat/responses.ts";
import { rivalView } from "../../../api/measures/threat/rival-view.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { factsOverTime } from "../../../api/time/facts-over-time.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { coherenceOf, itemsOf } from "../../support/by-the-text/coherence.ts";
import * as byTheText from "../../support/by-the-text/facts.ts";
import { interventionsOf } from "../../support/by-the-text/interventions.ts";
import { segmentOfEach, threatsTo } from "../../support/by-the-text/threat.ts";

// The worked example: every figure of a small ecosystem that uses each kind of record, computed by a reference that
// nobody here has seen. The second reading and the measures must both give it.

const read = (name: string) => readFileSync(new URL(`../../cases/${name}`, import.meta.url), "utf8");
const document: EcosystemDocument = JSON.parse(read("worked.json"));
const expected = JSON.parse(read("worked.expected.json"));
const facts = byTheText.inForce(document, { asOf: expected.asOf, minConfidence: 0 });
const near = (value: unknown): unknown =>
  typeof value === "number"
    ? expect.closeTo(value, 9)
    : Array.isArray(value)
      ? value.map(near)
      : value && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([name, it]) => [name, near(it)]))
        : value;
const shared = new URL("../../../../shared/cases/", import.meta.url);

it.skipIf(!existsSync(shared))("the copies of the worked example are the worked example", () => {
  for (const name of ["worked.json", "worked.expected.json"]) {
    expect(read(name)).toBe(readFileSync(new URL(name, shared), "utf8"));
  }
});

describe("the second reading of the text gives the figures of the worked example", () => {
  it("of positions and boundaries", () => {
    expect(byTheText.positions(facts)).toEqual(near(expected.positions));
    expect(facts.activities.map(({ key }) => ({ activity: key, ...byTheText.boundary(facts, key) }))).toEqual(
      near(expected.boundaries),
    );
  });

  it("of coherence, losses, questions and interventions", () => {
    const result = coherenceOf(itemsOf(facts));
    const { score, low, high, coverage, lowest } = result;
    expect({ score, low, high, coverage, lowest }).toEqual(near({ ...expected.coherence, dimensions: undefined }));
    for (const [index, dimension] of result.dimensions.entries()) {
      const { items, ...whole } = expected.coherence.dimensions[index];
      expect({
        dimension: dimension.kind,
        score: dimension.score,
        low: dimension.low,
        high: dimension.high,
        coverage: dimension.coverage,
      }).toEqual(near(whole));
      const losses = new Map(
        result.losses.filter(({ kind }) => kind === dimension.kind).map((it) => [it.key, it.loss]),
      );
      expect(new Map(dimension.items.map(({ key, v, w }) => [key, [v, w, losses.get(key) ?? null]]))).toEqual(
        new Map(
          items.map((it: { key: string; value: number; weight: number; loss: number | null }) => [
            it.key,
            near([it.value, it.weight, it.loss ?? null]),
          ]),
        ),
      );
    }
    expect(
      new Map(result.widths.filter(({ width }) => width > 1e-12).map((it) => [it.kind + it.key, it.width])),
    ).toEqual(
      new Map(
        expected.questions.map((it: { dimension: string; key: string; width: number }) => [
          it.dimension + it.key,
          near(it.width),
        ]),
      ),
    );
    expect(interventionsOf(facts, {})).toEqual(
      new Map(
        expected.interventions.map((it: { kind: string; key: string; gain: number }) => [
          `${it.kind} ${it.key}`,
          near(it.gain),
        ]),
      ),
    );
  });

  it("of threats, responses and segments", () => {
    const weights = {
      OVERLAP: 0.35,
      MARKET_COMMONALITY: 0.3,
      SUPPLY_COMMONALITY: 0.1,
      MOMENTUM: 0.15,
      STATED_RIVALRY: 0.1,
    };
    const result = threatsTo(facts, { focal: expected.focal, halfLifeDays: 180, weights });
    const names = ["overlap", "marketCommonality", "supplyCommonality", "momentum", "statedRivalry"];
    expect(
      [...result.rivals]
        .sort((a, b) => b.threat - a.threat)
        .map((it) => ({
          rival: it.rival,
          threat: it.threat,
          low: it.low,
          high: it.high,
          level: it.level,
          levelAtMost: it.levelAtMost,
          group: it.group,
          contact: it.contact,
          factors: Object.fromEntries(names.map((name, at) => [name, it.factors[at]![0]])),
          factorBounds: Object.fromEntries(names.map((name, at) => [name, it.factors[at]!.slice(1)])),
          barrier: it.barrier[0],
          barrierLow: it.barrier[1],
          barrierHigh: it.barrier[2],
          ties: it.ties,
          contributions: Object.fromEntries(names.map((name, at) => [name, it.contributions[at]])),
          type: it.type,
          inferred: it.inferredType,
          rank: it.rank,
        })),
    ).toEqual(expected.threats.map(({ unanswered, typeSource, ...it }: Record<string, unknown>) => near(it)));
    expect(result.unanswered).toEqual(expected.responses.unanswered);
    expect([result.median, result.firstMoverShare]).toEqual(
      near([expected.responses.medianResponseDays, expected.responses.firstMoverShare]),
    );
    expect(
      Object.fromEntries([...segmentOfEach(facts, expected.focal)].map(([key, it]) => [key, it.split(",")])),
    ).toEqual(expected.segments);
  });
});

describe("the measures give the figures of the worked example, in its order", () => {
  const inForce = factsInForce(document, { asOf: expected.asOf });
  const names = {
    OVERLAP: "overlap",
    MARKET_COMMONALITY: "marketCommonality",
    SUPPLY_COMMONALITY: "supplyCommonality",
    MOMENTUM: "momentum",
    STATED_RIVALRY: "statedRivalry",
  };
  const evidenceKeys = new Set(document.evidence!.map(({ key }) => key));

  it("of positions and boundaries", () => {
    expect(positions(inForce).map(({ extents: _extents, voice: _voice, ...it }) => it)).toEqual(
      near(expected.positions),
    );
    const byKey = [...expected.boundaries].sort((a, b) => (a.activity < b.activity ? -1 : 1));
    expect(boundaries(inForce).map(({ claims: _, ...it }) => it)).toEqual(near(byKey));
  });

  it("of coherence, losses, questions and interventions", () => {
    const { dimensions, score, low, high, coverage, lowest } = coherence(inForce);
    expect({
      ...{ score, low, high, coverage, lowest },
      dimensions: dimensions.map((it) => ({
        dimension: it.kind,
        score: it.score,
        low: it.low,
        high: it.high,
        coverage: it.coverage,
        items: it.items.map(({ key, value, weight, loss }) => ({ key, value, weight, loss })),
      })),
    }).toEqual(near(expected.coherence));
    for (const { evidence } of dimensions.flatMap(({ items }) => items)) {
      expect(evidence.filter((key) => !evidenceKeys.has(key))).toEqual([]);
    }
    const asked = questions(coherence(inForce));
    expect(asked.map(({ dimension, key, width }) => ({ dimension, key, width }))).toEqual(near(expected.questions));
    const offered = interventions(inForce);
    expect(offered.map(({ kind, key, gain }) => ({ kind, key, gain }))).toEqual(near(expected.interventions));
  });

  it("of threats, responses and segments", () => {
    const { rivals, unansweredMoves, medianResponseDays, firstMoverShare } = threats(inForce, {
      focal: expected.focal,
    });
    const view = viewFrom(inForce, expected.focal, 180);
    const answers = (key: string) => responses(view, [rivalView(view, inForce.actors.get(key)!)]).unansweredMoves;
    expect(
      rivals.map((it) => {
        const ofFactors = (pick: (factor: (typeof it.factors)[number]) => unknown) =>
          Object.fromEntries(it.factors.map((factor) => [names[factor.kind], pick(factor)]));
        const [barrier, ties] = it.dampers;
        return {
          rival: it.rival,
          threat: it.threat,
          low: it.low,
          high: it.high,
          level: it.level,
          levelAtMost: it.levelAtMost,
          group: it.group,
          contact: it.contact,
          factors: ofFactors(({ value }) => value),
          factorBounds: ofFactors(({ low, high }) => [low, high]),
          barrier: barrier!.value,
          barrierLow: barrier!.low,
          barrierHigh: barrier!.high,
          ties: ties!.value,
          contributions: ofFactors(({ contribution }) => contribution),
          type: it.type,
          typeSource: it.typeSource,
          inferred: it.inferredType,
          unanswered: answers(it.rival),
          rank: it.rank,
        };
      }),
    ).toEqual(near(expected.threats));
    for (const { terms } of rivals.flatMap(({ factors, dampers }) => [...factors, ...dampers])) {
      expect(terms.flatMap(({ evidence }) => evidence).filter((key) => !evidenceKeys.has(key))).toEqual([]);
    }
    expect({ unanswered: unansweredMoves, medianResponseDays, firstMoverShare }).toEqual(near(expected.responses));
    expect(
      Object.fromEntries(
        segments(inForce, expected.focal).flatMap(({ customers, readiness, infrastructure, origin, age }) =>
          customers.map((key) => [key, [readiness, infrastructure, origin, age]]),
        ),
      ),
    ).toEqual(expected.segments);
  });

  it("of the same day out of facts over time", () => {
    const at = factsOverTime(document);
    // Another day first: what is kept of it must not be taken for this one.
    coherence(at("2020-01-01"));
    expect(coherence(at(expected.asOf))).toEqual(coherence(inForce));
    expect(threats(at(expected.asOf), { focal: expected.focal }).rivals).toEqual(
      threats(inForce, { focal: expected.focal }).rivals,
    );
  });
});
