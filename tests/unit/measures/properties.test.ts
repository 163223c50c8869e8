import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentIssues } from "../../../api/changes/check/document-issues.ts";
import { documentRules } from "../../../api/changes/check/document-rules.ts";
import { planImport } from "../../../api/changes/check/plan.ts";
import { boundaries } from "../../../api/measures/boundary/boundary.ts";
import { type Coherence, coherence, type Supposition } from "../../../api/measures/coherence/coherence.ts";
import { type Intervention, interventions, interventionTypes } from "../../../api/measures/coherence/interventions.ts";
import { questions } from "../../../api/measures/coherence/questions.ts";
import { positions } from "../../../api/measures/position/position.ts";
import { exactly } from "../../../api/measures/scoring/concentration.ts";
import { segments } from "../../../api/measures/segments/segments.ts";
import { type ThreatAssessment, threats } from "../../../api/measures/threat/threat.ts";
import { whatIf } from "../../../api/measures/what-if/what-if.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { randomDocument, shuffled } from "../../support/random-document.ts";

const asOf = "2026-06-30";
const EPSILON = 1e-9;
const factsFrom = (document: EcosystemDocument) => factsInForce(document, { asOf });
const coherenceOf = (document: EcosystemDocument) => coherence(factsFrom(document));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const holds = (property: fc.IProperty<[EcosystemDocument]>) => fc.assert(property, { numRuns: 150 });
const forAll = (check: (document: EcosystemDocument) => void) => holds(fc.property(randomDocument, check));

/** Random documents in which the focal firm surely does something. */
const withPosition = randomDocument.map((document) => ({
  ...document,
  claims: [
    ...(document.claims ?? []).filter((it) => it.about !== "a0" || it.by !== undefined),
    { about: "a0", activity: "j0", extent: 0.7 },
  ],
}));
const forAllThreats = (check: (document: EcosystemDocument, result: ThreatAssessment) => void) =>
  holds(fc.property(withPosition, (document) => check(document, threats(factsFrom(document)))));
const contains = (it: { low: number | null; high: number | null }, value: number | null) => {
  if (value === null) return;
  expect(it.low!).toBeLessThanOrEqual(value + EPSILON);
  expect(it.high!).toBeGreaterThanOrEqual(value - EPSILON);
};

describe("coherence of any ecosystem", () => {
  it("losses add up to 1 − score, and widths to high − low", () => {
    forAll((document) => {
      const result = coherenceOf(document);
      if (result.score !== null) {
        const losses = result.dimensions.flatMap((it) => it.items.map((item) => item.loss ?? 0));
        expect(sum(losses)).toBeCloseTo(1 - result.score, 9);
      }
      if (result.low !== null)
        expect(sum(questions(result).map((it) => it.width))).toBeCloseTo(result.high! - result.low, 9);
    });
  });

  it("an item that gets better never lowers the score, one that becomes known never widens the bounds", () => {
    let better = 0;
    let known = 0;
    forAll((document) => {
      const facts = factsFrom(document);
      const before = coherence(facts);
      for (const { kind, items } of before.dimensions) {
        for (const { key, value } of items) {
          for (const supposed of value === null ? [0, 0.5, 1] : [(1 + value) / 2]) {
            const suppose: Supposition = (dimension, item) =>
              dimension === kind && item.key === key ? { ...item, ...exactly(supposed) } : item;
            const after = coherence(facts, [], suppose);
            if (value === null) {
              known += 1;
              contains(before, after.low);
              contains(before, after.high);
            } else {
              better += 1;
              expect(after.score!).toBeGreaterThanOrEqual(before.score! - EPSILON);
            }
          }
        }
      }
    });
    expect(better).toBeGreaterThan(100);
    expect(known).toBeGreaterThan(100);
  });

  it("bounds lie in 0..1 and contain the value, of items, dimensions and the whole", () => {
    forAll((document) => {
      const result = coherenceOf(document);
      for (const it of [result, ...result.dimensions]) contains(it, it.score);
      for (const item of result.dimensions.flatMap((it) => it.items)) {
        contains(item, item.value);
        expect(item.low).toBeGreaterThanOrEqual(0);
        expect(item.high).toBeLessThanOrEqual(1);
      }
    });
  });

  it("getting to know a customer's control systems never widens the bounds", () => {
    forAll((document) => {
      const before = coherenceOf(document);
      for (const { key, value } of before.dimensions.find((it) => it.kind === "CONTROL_SYSTEMS")!.items) {
        const filled = (document.installations ?? []).map((it) =>
          it.customer === key ? { ...it, controlSystem: it.controlSystem ?? "c0" } : it,
        );
        // One of whom nothing is known may have no equipment yet.
        const found = value === null ? [{ key: "new", customer: key, controlSystem: "c1" }] : [];
        const after = coherenceOf({ ...document, installations: [...filled, ...found] });
        const dimension = (it: Coherence) => it.dimensions.find(({ kind }) => kind === "CONTROL_SYSTEMS")!;
        contains(dimension(before), dimension(after).low);
        contains(dimension(before), dimension(after).high);
      }
    });
  });

  it("getting to know a customer's wish to share never widens the bounds", () => {
    forAll((document) => {
      const before = coherenceOf(document);
      const unknown = before.dimensions
        .find((it) => it.kind === "DATA_SHARING")!
        .items.filter((it) => it.value === null);
      for (const { key } of unknown) {
        const customer = key.split(">")[1]!;
        const profiles = (document.profiles ?? []).filter((it) => it.actor !== customer);
        const after = coherenceOf({ ...document, profiles: [...profiles, { actor: customer, dataSharing: 2 }] });
        contains(before, after.low);
        contains(before, after.high);
      }
    });
  });

  it("the order of facts changes nothing, in any measure", () => {
    const pair = withPosition.chain((document) => fc.tuple(fc.constant(document), shuffled(document)));
    const measure = (document: EcosystemDocument) => {
      const facts = factsFrom(document);
      return [
        coherence(facts),
        interventions(facts),
        positions(facts),
        boundaries(facts),
        threats(facts),
        segments(facts),
      ];
    };
    fc.assert(
      fc.property(pair, ([document, other]) => {
        expect(measure(other)).toEqual(measure(document));
      }),
      { numRuns: 60 },
    );
  });
});

it("random documents are documents that an import takes", () => {
  forAll((document) => {
    // As a file: fields that are undefined are not in it.
    const file = JSON.parse(JSON.stringify(document)) as EcosystemDocument;
    expect(documentIssues(file)).toEqual([]);
    expect(planImport(null, file, false).errors).toEqual([]);
  });
});

/** The document after an intervention that is made of facts. */
function changed(document: EcosystemDocument, { kind, key }: Intervention): EcosystemDocument | null {
  if (kind === "ADOPT_STANDARD") {
    const [name, standard] = key.split("+") as [string, string];
    const { a, b } = document.interfaces!.find((it) => it.key === name)!;
    const kept = (document.adoptions ?? []).filter(
      (it) => it.standard !== standard || (it.actor !== a && it.actor !== b),
    );
    return { ...document, adoptions: [...kept, ...[a, b].map((actor) => ({ actor, standard, extent: 1 }))] };
  }
  if (kind === "SIGN_AGREEMENT") {
    const [provider, customer] = key.split(">") as [string, string];
    const kept = (document.agreements ?? []).filter((it) => it.provider !== provider || it.customer !== customer);
    return {
      ...document,
      agreements: [
        ...kept,
        { key: "new", provider, customer, security: true, ownership: true, contract: true, benefit: true },
      ],
    };
  }
  if (kind === "START_INITIATIVE") {
    return {
      ...document,
      initiatives: [...(document.initiatives ?? []), { key: "new", name: "New", participants: key.split("~") }],
    };
  }
  return null;
}

/** The overall score of `after` over the items that were known before. */
function scoreOfKnown(before: Coherence, after: Coherence): number {
  const scores = before.dimensions.flatMap((dimension, index) => {
    const known = dimension.items.filter((it) => it.value !== null);
    if (known.length === 0) return [];
    const items = new Map(after.dimensions[index]!.items.map((it) => [it.key, it]));
    return sum(known.map((it) => it.weight * items.get(it.key)!.value!)) / sum(known.map((it) => it.weight));
  });
  return sum(scores) / scores.length;
}

describe("interventions in any ecosystem", () => {
  it("gain exactly what evaluating the changed facts again gains, and never lose", () => {
    forAll((document) => {
      const facts = factsFrom(document);
      const before = coherence(facts);
      for (const intervention of interventions(facts)) {
        expect(intervention.gain).toBeGreaterThan(0);
        const after = changed(document, intervention);
        if (after === null) continue;
        expect(scoreOfKnown(before, coherenceOf(after)) - before.score!).toBeCloseTo(intervention.gain, 9);
      }
    });
  });
});

describe("what if, in any ecosystem", () => {
  it("each intervention offered raises the score by exactly its gain", () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(randomDocument, (document) => {
        for (const { kind, key, gain } of interventions(factsFrom(document))) {
          const { issues, before, after } = whatIf(
            document,
            { interventions: [{ kind, key }] },
            { asOf },
            { rules: documentRules },
          );
          expect(issues).toEqual([]);
          expect(Math.abs(after!.coherence.score! - before.coherence.score! - gain)).toBeLessThan(EPSILON);
          tried.set(kind, (tried.get(kind) ?? 0) + 1);
        }
      }),
      { numRuns: 60 },
    );
    expect([...tried.keys()].sort()).toEqual(interventionTypes.map(({ kind }) => kind).sort());
  });
});

describe("threat in any ecosystem", () => {
  it("contributions add up to the threat, terms to their factor or damper, and bounds contain both", () => {
    forAllThreats((_, result) => {
      for (const rival of result.rivals) {
        expect(sum(rival.factors.map((it) => it.contribution ?? 0))).toBeCloseTo(rival.threat, 9);
        for (const part of [...rival.factors, ...rival.dampers]) {
          expect(sum(part.terms.map((it) => it.share))).toBeCloseTo(part.value ?? 0, 9);
          contains(part, part.value);
        }
        contains(rival, rival.threat);
        expect(rival.contact).toBeGreaterThan(0);
      }
    });
  });

  it("without contact there is no threat", () => {
    holds(
      fc.property(withPosition, (document) => {
        const quiet = { key: "quiet", name: "Quiet", kinds: ["MANUFACTURER" as const] };
        const { rivals } = threats(factsFrom({ ...document, actors: [...document.actors!, quiet] }));
        expect(rivals.map((it) => it.rival)).not.toContain("quiet");
      }),
    );
  });

  const threatOf = (document: EcosystemDocument, rival: string) =>
    threats(factsFrom(document)).rivals.find((it) => it.rival === rival)?.threat ?? 0;

  it("a tie or a higher barrier never raises it", () => {
    forAllThreats((document, { rivals }) => {
      for (const { rival, threat, dampers } of rivals) {
        const relations = [
          ...(document.relations ?? []),
          { from: rival, to: "a0", type: "PARTNERS_WITH" as const, validFrom: "2026-01-01" },
        ];
        expect(threatOf({ ...document, relations }, rival)).toBeLessThanOrEqual(threat + EPSILON);
        const initiatives = [...(document.initiatives ?? []), { key: "new", name: "New", participants: ["a0", rival] }];
        expect(threatOf({ ...document, initiatives }, rival)).toBeLessThanOrEqual(threat + EPSILON);
        if (dampers[0]!.value === null) continue;
        const actorCapabilities = document.actorCapabilities!.map((it) =>
          it.actor === rival ? { ...it, level: it.level / 2 } : it,
        );
        expect(threatOf({ ...document, actorCapabilities }, rival)).toBeLessThanOrEqual(threat + EPSILON);
      }
    });
  });

  it("an older move never weighs more", () => {
    forAllThreats((document, { rivals }) => {
      const older = {
        ...document,
        moves: document.moves!.map((it) => ({ ...it, date: `${Number(it.date.slice(0, 4)) - 1}${it.date.slice(4)}` })),
      };
      const momentum = (it: ThreatAssessment["rivals"][number]) => it.factors[3]!.value!;
      const before = new Map(rivals.map((it) => [it.rival, momentum(it)]));
      const inForce = new Set(document.moves!.filter((it) => it.date > asOf).map((it) => it.actor));
      for (const it of threats(factsFrom(older)).rivals) {
        if (!inForce.has(it.rival)) expect(momentum(it)).toBeLessThanOrEqual((before.get(it.rival) ?? 0) + EPSILON);
      }
    });
  });

  it("an analyst's word changes the type and nothing else", () => {
    let tagged = 0;
    forAllThreats((document, { rivals, countsByType: _, ...rest }) => {
      const { rivals: plain, countsByType: _counts, ...others } = threats(factsFrom({ ...document, tags: [] }));
      expect(others).toEqual(rest);
      for (const [index, { type, typeSource, tagOutdated, ...it }] of rivals.entries()) {
        const { type: inferred, typeSource: source, tagOutdated: outdated, ...same } = plain[index]!;
        expect(it).toEqual(same);
        expect([source, outdated, inferred]).toEqual(["INFERRED", false, it.inferredType]);
        if (typeSource === "TAGGED") tagged += 1;
        expect(tagOutdated).toBe(typeSource === "TAGGED" && type !== inferred);
      }
    });
    expect(tagged).toBeGreaterThan(20);
  });

  it("a move stops being unanswered when we answer it, and no answer changes a threat", () => {
    let answered = 0;
    forAllThreats((document, { unansweredMoves, rivals }) => {
      for (const move of unansweredMoves) {
        const answer = { key: "new", move, actor: "a0", date: asOf, status: "DECLINED" as const };
        const after = threats(factsFrom({ ...document, responses: [...(document.responses ?? []), answer] }));
        expect(after.unansweredMoves).toEqual(unansweredMoves.filter((key) => key !== move));
        expect(after.rivals).toEqual(rivals);
        expect(after.medianResponseDays).not.toBeNull();
        answered += 1;
      }
    });
    expect(answered).toBeGreaterThan(20);
  });

  it("volumes scaled by a constant change nothing", () => {
    forAllThreats((document, { rivals }) => {
      const relations = document.relations!.map((it) =>
        it.volume === undefined ? it : { ...it, volume: it.volume * 7.3 },
      );
      const scaled = threats(factsFrom({ ...document, relations })).rivals;
      expect(new Map(scaled.map((it) => [it.rival, expect.closeTo(it.threat, 9)]))).toEqual(
        new Map(rivals.map((it) => [it.rival, it.threat])),
      );
    });
  });

  it("one that does what we do and sells as much to each of our customers matches all that both sell", () => {
    let markets = 0;
    holds(
      fc.property(withPosition, (document) => {
        const facts = factsFrom(document);
        const ours = facts.suppliesFrom.get("a0") ?? [];
        if (ours.length === 0 || ours.some(({ volume }) => volume === undefined)) return;
        const extents = positions(facts).find(({ actor }) => actor === "a0")!.extents;
        const twin = { key: "twin", name: "Twin", kinds: ["MANUFACTURER" as const] };
        const { rivals } = threats(
          factsFrom({
            ...document,
            actors: [...document.actors!, twin],
            claims: [
              ...document.claims!,
              ...extents.map(({ activity, extent }) => ({ about: "twin", activity, extent })),
            ],
            relations: [
              ...document.relations!,
              ...ours.map(({ to, volume }) => ({ from: "twin", to, type: "SUPPLIES" as const, volume: volume! })),
            ],
          }),
        );
        markets += 1;
        const found = rivals.find(({ rival }) => rival === "twin")!;
        for (const { value, low, high } of found.factors.slice(0, 2)) {
          expect([value, low, high]).toEqual([1, 1, 1].map((it) => expect.closeTo(it, 9)));
        }
      }),
    );
    expect(markets).toBeGreaterThan(15);
  });
});
