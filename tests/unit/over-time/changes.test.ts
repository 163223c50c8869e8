import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Coherence, coherence } from "../../../api/measures/coherence/coherence.ts";
import { coherenceChange } from "../../../api/measures/coherence/coherence-change.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { threatChange } from "../../../api/measures/threat/threat-change.ts";
import { MeasureError } from "../../../api/shared/measure-error.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { restlessDocument } from "../../support/restless-document.ts";
import { activity, actor, ecosystem } from "../measures/support.ts";

vi.setConfig({ testTimeout: 30_000 });

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const [FROM, TO] = ["2023-01-01", "2025-06-30"];
const on = (document: EcosystemDocument, asOf: string) => factsInForce(document, { asOf });

/** A score with what its reader must know of it. */
const summary = ({ score, low, high, coverage, isIndicative }: Coherence) => ({
  score,
  low,
  high,
  coverage,
  isIndicative,
});

describe("the change of coherence", () => {
  test("of any ecosystem adds up, item by item, to the difference of both scores", () => {
    let explained = 0;
    fc.assert(
      fc.property(restlessDocument, fc.constantFrom(0, 1, 3), (document, weight) => {
        const weights = [{ dimension: "BOUNDARIES" as const, weight }];
        const [before, after] = [on(document, FROM), on(document, TO)];
        const [then, now] = [coherence(before, weights), coherence(after, weights)];
        const { change, items, ...whole } = coherenceChange(before, after, weights);
        expect(whole).toEqual({
          from: FROM,
          to: TO,
          before: then.score,
          after: now.score,
          scoreBefore: summary(then),
          scoreAfter: summary(now),
        });
        if (then.score === null || now.score === null) {
          expect([change, items]).toEqual([null, []]);
          return;
        }
        expect(change).toBe(now.score - then.score);
        expect(sum(items.map((item) => item.change))).toBeCloseTo(now.score - then.score, 9);
        for (const { change: part, evidence } of items) {
          expect(Math.abs(part)).toBeGreaterThan(1e-12);
          expect(evidence).toEqual([...new Set(evidence)].sort());
        }
        explained += items.length;
      }),
      { numRuns: 100 },
    );
    expect(explained).toBeGreaterThan(50);
  });

  test("leaves out what stayed as it was, in any ecosystem", () => {
    fc.assert(
      fc.property(restlessDocument, (document) => {
        const [before, after] = [on(document, FROM), on(document, TO)];
        const looks = (facts: typeof before) =>
          new Map(
            coherence(facts).dimensions.flatMap(({ kind, items, status }) =>
              items.map(({ key, value, weight }) => [`${kind} ${key}`, [status, value, weight]]),
            ),
          );
        const [then, now] = [looks(before), looks(after)];
        for (const { dimension, key } of coherenceChange(before, after).items) {
          expect(then.get(`${dimension} ${key}`)).not.toEqual(now.get(`${dimension} ${key}`));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("names what rose, what came in below the mean and what went, with its reason and evidence", () => {
    const document = ecosystem({
      actors: [actor("a"), actor("b")],
      activities: [
        activity("rises", { importance: 2 }),
        activity("stays", { importance: 2 }),
        activity("enters", { importance: 4, validFrom: "2024-01-01" }),
      ],
      evidence: [{ key: "e", title: "E" }],
      claims: [
        { by: "a", about: "a", activity: "rises", extent: 1, lead: true },
        { by: "b", about: "b", activity: "rises", extent: 1, lead: true, validTo: "2024-01-01", evidence: ["e"] },
        { by: "a", about: "a", activity: "stays", extent: 1, lead: true },
        { by: "a", about: "a", activity: "enters", extent: 1, lead: false },
      ],
    });
    // Before: (2·½ + 2·1) / 4 = ¾. After: (2·1 + 2·1 + 4·0) / 8 = ½. The mean of both is ⅝, of the weights 6.
    const { before, after, change, items } = coherenceChange(on(document, FROM), on(document, TO));
    expect([before, after, change]).toEqual([0.75, 0.5, -0.25]);
    expect(items).toEqual([
      {
        dimension: "BOUNDARIES",
        key: "enters",
        label: "ENTERS",
        subjects: [{ kind: "activities", key: "enters" }],
        reason: "ENTERED",
        sentence: "ENTERS is new, at 0; the average is 63.",
        before: null,
        after: 0,
        weightBefore: null,
        weightAfter: 4,
        change: expect.closeTo((4 * (0 - 0.625)) / 6, 12),
        evidence: [],
      },
      {
        dimension: "BOUNDARIES",
        key: "rises",
        label: "RISES",
        subjects: [{ kind: "activities", key: "rises" }],
        reason: "VALUE_CHANGED",
        sentence: "RISES rose from 50 to 100.",
        before: 0.5,
        after: 1,
        weightBefore: 2,
        weightAfter: 2,
        change: expect.closeTo((2 * 0.5) / 6, 12),
        evidence: ["e"],
      },
    ]);
  });

  test("of a dimension that is judged for the first time is held against the mean of both scores", () => {
    const document = ecosystem({
      actors: [actor("a"), actor("b")],
      activities: [activity("j")],
      claims: [{ by: "a", about: "a", activity: "j", extent: 1, lead: true }],
      relations: [{ from: "a", to: "b", type: "DEPENDS_ON", validFrom: "2024-01-01" }],
    });
    // Boundaries 1, alone; then with joint development 0 the mean is ½: (0 − ¾) / 1.5.
    const { change, items } = coherenceChange(on(document, FROM), on(document, TO));
    expect(change).toBe(-0.5);
    expect(items.map(({ dimension, key, reason, change: part }) => [dimension, key, reason, part])).toEqual([
      ["JOINT_DEVELOPMENT", "a~b", "ENTERED", expect.closeTo(-0.5, 12)],
    ]);
  });
});

describe("the change of a threat", () => {
  test("of any rival adds up, term by term, to the difference of both days", () => {
    let explained = 0;
    fc.assert(
      fc.property(restlessDocument, (document) => {
        const [before, after] = [on(document, FROM), on(document, TO)];
        const threatsOn = (facts: typeof before) => {
          try {
            return new Map(threats(facts).rivals.map((it) => [it.rival, it.threat]));
          } catch (error) {
            if (error instanceof MeasureError && error.code.startsWith("FOCAL_")) return null;
            throw error;
          }
        };
        const [then, now] = [threatsOn(before), threatsOn(after)];
        if (then === null || now === null) return;
        for (const rival of new Set([...then.keys(), ...now.keys()])) {
          const { change, items, ...whole } = threatChange(before, after, rival);
          expect(whole.before).toBeCloseTo(then.get(rival) ?? 0, 12);
          expect(whole.after).toBeCloseTo(now.get(rival) ?? 0, 12);
          expect(change).toBe(whole.after - whole.before);
          expect(sum(items.map((item) => item.change))).toBeCloseTo(change, 9);
          explained += items.length;
        }
      }),
      { numRuns: 150 },
    );
    expect(explained).toBeGreaterThan(50);
  });

  const document = ecosystem({
    actors: [actor("f", "MANUFACTURER"), actor("r", "MANUFACTURER"), actor("late", "MANUFACTURER")].map((it) =>
      it.key === "late" ? { ...it, validFrom: "2024-01-01" } : it,
    ),
    activities: [activity("j"), activity("k")],
    claims: [
      { about: "f", activity: "j", extent: 1 },
      { about: "f", activity: "k", extent: 1 },
      { about: "r", activity: "j", extent: 1 },
      { about: "r", activity: "k", extent: 1, validFrom: "2024-01-01" },
      { about: "late", activity: "j", extent: 1 },
    ],
    relations: [{ from: "f", to: "r", type: "PARTNERS_WITH", validFrom: "2024-01-01" }],
  });

  test("lays it to the activity that the rival took up and to the partnership that binds it", () => {
    const { before, after, levelBefore, levelAfter, items } = threatChange(on(document, FROM), on(document, TO), "r");
    // X: overlap ½ then 1, of weight 0.35 in 1: 0.175 then 0.35. The barrier, unknown, leaves ¾; ties nothing, then 0.3.
    expect([before, after]).toEqual([expect.closeTo(0.175 * 0.75, 12), expect.closeTo(0.35 * 0.75 * 0.85, 12)]);
    expect([levelBefore, levelAfter]).toEqual(["MODERATE", "MODERATE"]);
    // Orders of change: contact counts at the mean of 1 and 0.85, the ties at the mean of 0.175 and 0.35.
    expect(items.map(({ part, label, change, sentence }) => [part, label, change, sentence])).toEqual([
      [
        "OVERLAP",
        "K",
        expect.closeTo(0.175 * 0.75 * 0.925, 12),
        "K now adds 50.0 points to the overlap with what we do.",
      ],
      [
        "ECOSYSTEM_TIES",
        "Partnership with R",
        expect.closeTo(-0.15 * 0.75 * 0.2625, 12),
        "Partnership with R now adds 30.0 points to the ties in the ecosystem.",
      ],
    ]);
  });

  test("of a factor that became known is told as a whole: before, it added nothing", () => {
    const supplies = (from: string, to: string) => ({ from, to, type: "SUPPLIES" as const, volume: 1 });
    const { items } = threatChange(
      on({ ...document, relations: [supplies("late", "f")] }, FROM),
      on({ ...document, relations: [supplies("late", "f"), supplies("late", "r")] }, TO),
      "r",
    );
    // All of what f buys comes from a supplier of r too: C = O = 1, of weight 0.1, of which the barrier leaves ¾.
    expect(items.filter(({ part }) => part === "SUPPLY_COMMONALITY")).toMatchObject([
      {
        label: "supply commonality",
        before: null,
        after: 1,
        change: expect.closeTo(0.075, 12),
        sentence: "Supply commonality became known, at 100.0; before, it added nothing.",
      },
    ]);
  });

  test("of a rival that was not there lays all of its threat to what makes its contact", () => {
    const { before, after, items } = threatChange(on(document, FROM), on(document, TO), "late");
    expect(before).toBe(0);
    expect(items.map(({ part, label, change }) => [part, label, change])).toEqual([
      ["OVERLAP", "J", expect.closeTo(after, 12)],
    ]);
  });

  test("of the focal firm itself, or of nobody, is refused", () => {
    for (const rival of ["f", "nobody"]) {
      expect(() => threatChange(on(document, FROM), on(document, TO), rival)).toThrow(
        new MeasureError(
          "RIVAL_UNKNOWN",
          `"${rival}" cannot be a rival on 2023-01-01 or 2025-06-30: it is not an actor in force, or it is the focal firm, owned together with it, or only a standards body.`,
        ),
      );
    }
  });
});
