import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { interventions } from "../../../api/measures/coherence/interventions.ts";
import { extentsOf } from "../../../api/measures/position/position.ts";
import { factors } from "../../../api/measures/threat/factors.ts";
import { threatOf, threats } from "../../../api/measures/threat/threat.ts";
import type { Facts } from "../../../api/time/facts.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument, RelationRecord } from "../../../cypher/model/document.ts";
import { areKin, inForce } from "../../support/by-the-text/facts.ts";
import { gainOfAdopting } from "../../support/by-the-text/interventions.ts";
import { randomDocument } from "../../support/random-document.ts";

// What docs/model.md promises of the unknown: what is found never lowers a threat, what is unknown adds nothing to it,
// and whatever the unknown turns out to be, the figures lie within the bounds that were told.

const asOf = "2026-06-30";
const EPSILON = 1e-9;
const focal = "a0";
const factsFrom = (document: EcosystemDocument) => factsInForce(document, { asOf });

/** Random documents in which the focal firm surely does something, and nothing of it is open. */
const withPosition = randomDocument.map((document): EcosystemDocument => {
  const activities = document.activities!.map(({ key }) => key);
  const claims = (document.claims ?? []).filter((it) => it.about !== focal || it.by !== undefined);
  const assessed = activities.map((activity, at) => ({ about: focal, activity, extent: at === 0 ? 0.7 : 0.3 }));
  return { ...document, claims: [...claims, ...assessed] };
});

/** Numbers of 0..1 in an order that a seed decides, so that a counterexample can be found again. */
const draws = fc.infiniteStream(fc.integer({ min: 0, max: 100 }).map((it) => it / 100));
type Draw = () => number;
const drawFrom =
  (stream: fc.Stream<number>): Draw =>
  () =>
    stream.next().value as number;
const pick = <T>(draw: Draw, list: readonly T[]): T =>
  list[Math.min(list.length - 1, Math.floor(draw() * list.length))]!;
/** A step of a scale from 1 to 5. */
const onScale = (draw: Draw): number => pick(draw, [1, 2, 3, 4, 5]);

const check = (property: (document: EcosystemDocument, draw: Draw) => void, numRuns = 200) =>
  fc.assert(
    fc.property(withPosition, draws, (document, stream) => property(document, drawFrom(stream))),
    { numRuns },
  );
const within = (value: number | null, bounds: { low: number; high: number }, what: string) => {
  if (value === null) return;
  const isWithin = value >= bounds.low - EPSILON && value <= bounds.high + EPSILON;
  expect(isWithin, `${what} ${value} in ${bounds.low}..${bounds.high}`).toBe(true);
};

describe("what is found", () => {
  const found = { MARKET_COMMONALITY: 0, SUPPLY_COMMONALITY: 0, STATED_RIVALRY: 0 };

  it("of customers, suppliers or rivalry in common never lowers a threat", () => {
    check((document, draw) => {
      const facts = factsFrom(document);
      const customers = (facts.suppliesFrom.get(focal) ?? []).map(({ to }) => to);
      const suppliers = (facts.suppliesTo.get(focal) ?? []).map(({ from }) => from);
      for (const rival of facts.actors.keys()) {
        const before = threatOf(facts, rival)?.threat ?? 0;
        const supply = (from: string, to: string): RelationRecord =>
          draw() < 0.5 ? { from, to, type: "SUPPLIES" } : { from, to, type: "SUPPLIES", volume: 1 + 100 * draw() };
        const candidates: [keyof typeof found, RelationRecord][] = [
          ...customers.map((to): [keyof typeof found, RelationRecord] => ["MARKET_COMMONALITY", supply(rival, to)]),
          ...suppliers.map((from): [keyof typeof found, RelationRecord] => ["SUPPLY_COMMONALITY", supply(from, rival)]),
          ["STATED_RIVALRY", { from: rival, to: focal, type: "COMPETES_WITH", confidence: draw() }],
        ];
        for (const [factor, relation] of candidates) {
          const { from, to, type } = relation;
          // Found where nothing was recorded: another version of a relation would be another fact.
          const isKnown = document.relations!.some((it) => it.from === from && it.to === to && it.type === type);
          if (from === to || isKnown) continue;
          const relations = [...document.relations!, relation];
          const after = threatOf(factsFrom({ ...document, relations }), rival)?.threat ?? 0;
          expect(after).toBeGreaterThanOrEqual(before - EPSILON);
          if (after > before + EPSILON) found[factor] += 1;
        }
      }
    }, 100);
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(20);
  });
});

describe("what is unknown", () => {
  it("adds nothing to a threat: without the factor's weight, what is left is the same part of the rest", () => {
    const unknown = new Map<string, number>();
    check((document) => {
      const facts = factsFrom(document);
      const all = factors.reduce((sum, { defaultWeight }) => sum + defaultWeight, 0);
      for (const { rival, threat, factors: parts } of threats(facts).rivals) {
        for (const { kind, value, weight, contribution } of parts) {
          if (value !== null) continue;
          expect(contribution).toBeNull();
          const without = threatOf(facts, rival, { weights: [{ factor: kind, weight: 0 }] })!;
          expect((without.threat * (all - weight)) / all).toBeCloseTo(threat, 9);
          unknown.set(kind, (unknown.get(kind) ?? 0) + 1);
        }
      }
    });
    expect([...unknown.keys()].sort()).toEqual(["MARKET_COMMONALITY", "OVERLAP", "SUPPLY_COMMONALITY"]);
  });
});

/** What is not known of anybody's sales, extents, capabilities and rivalries, found at random. */
function withThreatsKnown(document: EcosystemDocument, facts: Facts, draw: Draw): EcosystemDocument {
  const actors = [...facts.actors.keys()];
  const others = actors.filter((key) => key !== focal);
  const isTold = (list: readonly object[] | undefined, wanted: object) =>
    (list ?? []).some((record) =>
      Object.entries(wanted).every(([name, value]) => (record as Record<string, unknown>)[name] === value),
    );
  const relations = document.relations!.map((it): RelationRecord => {
    if (it.type === "SUPPLIES") return { ...it, volume: it.volume ?? 1 + 200 * draw() };
    return it.type === "COMPETES_WITH" && facts.confidenceOf(it) === undefined ? { ...it, confidence: draw() } : it;
  });
  const claims = [...document.claims!];
  const actorCapabilities = [...document.actorCapabilities!];
  for (const actor of others) {
    const extents = extentsOf(facts, actor);
    // Of one of whom nothing is said anything may be; else only how far its offerings go is open.
    const open =
      extents.size === 0
        ? [...facts.activities.keys()]
        : [...extents.values()].filter(({ source }) => source === "OFFERING").map(({ activity }) => activity);
    for (const activity of open) {
      if (draw() < 0.8 && !isTold(claims, { about: actor, activity })) {
        claims.push({ about: actor, activity, extent: draw() });
      }
    }
    for (const capability of ["k0", "k1", "k2"]) {
      if (draw() < 0.6 && !isTold(actorCapabilities, { actor, capability })) {
        actorCapabilities.push({ actor, capability, level: draw() });
      }
    }
    // Of one that supplies nobody and is no customer of ours, whom it supplies is open; of one that nobody supplies, who
    // does. What the focal firm itself buys and sells is taken as it stands, and so is who supplies a firm of whom that
    // is known: a supplier of ours is not given new customers.
    const isOurs = (facts.suppliesTo.get(actor) ?? []).some(({ from }) => from === focal);
    const suppliesUs = (facts.suppliesTo.get(focal) ?? []).some(({ from }) => from === actor);
    const add = (from: string, to: string) => {
      if (from === to || from === focal || to === focal || isTold(relations, { from, to, type: "SUPPLIES" })) return;
      relations.push({ from, to, type: "SUPPLIES", volume: 1 + 200 * draw() });
    };
    if (!facts.suppliesFrom.has(actor) && !isOurs && !suppliesUs && draw() < 0.7) add(actor, pick(draw, actors));
    if (!facts.suppliesTo.has(actor) && draw() < 0.7) add(pick(draw, actors), actor);
  }
  return { ...document, relations, claims, actorCapabilities };
}

/** What is not known of adoptions, agreements, wishes, equipment, stances and leads, found at random. */
function withCoherenceKnown(document: EcosystemDocument, facts: Facts, draw: Draw): EcosystemDocument {
  const actors = [...facts.actors.keys()];
  const before = coherence(facts);
  const itemsOf = (kind: string) => before.dimensions.find((it) => it.kind === kind)!.items;
  const half = () => draw() < 0.5;

  const adoptions = [...document.adoptions!];
  for (const { a, b, candidates } of facts.interfaces) {
    for (const actor of [a, b]) {
      for (const standard of candidates) {
        if (half() || adoptions.some((it) => it.actor === actor && it.standard === standard)) continue;
        adoptions.push({ actor, standard, extent: draw() });
      }
    }
  }
  const conditions = ["security", "ownership", "contract", "benefit"] as const;
  const agreed = (agreement: object) =>
    Object.fromEntries(
      conditions.flatMap((name) => {
        const known = (agreement as Record<string, unknown>)[name];
        return typeof known === "boolean" ? [[name, known]] : half() ? [[name, half()]] : [];
      }),
    );
  const agreements = document.agreements!.map((it) => ({ ...it, ...agreed(it) }));
  const profiles = document.profiles!.map((it) => ({
    ...it,
    dataSharing: it.dataSharing ?? onScale(draw),
  }));
  for (const { key } of itemsOf("DATA_SHARING")) {
    const [provider, customer] = key.split(">") as [string, string];
    if (half() && !agreements.some((it) => it.provider === provider && it.customer === customer)) {
      agreements.push({ key: `new-${agreements.length}`, provider, customer, ...agreed({}) });
    }
    if (half() && !profiles.some((it) => it.actor === customer)) {
      profiles.push({ actor: customer, dataSharing: onScale(draw) });
    }
  }
  const installations = document.installations!.map((it) => ({
    ...it,
    ...(it.origin === undefined && half() && { origin: pick(draw, actors) }),
    ...(it.installedYear === undefined && half() && { installedYear: 2000 + Math.floor(26 * draw()) }),
    ...(it.controlSystem === undefined && half() && { controlSystem: pick(draw, ["c0", "c1", "c2"]) }),
  }));
  const stances = [...document.stances!];
  for (const { key } of itemsOf("EXPECTATIONS").filter(({ value }) => value === null)) {
    const said = facts.stancesOn.get(key) ?? [];
    // Bounds hold for the weights as they stand: newcomers care as much as those who spoke, or as nobody's mean does.
    const salience = said[0]?.salience ?? 3;
    for (const actor of actors) {
      if (half() || stances.some((it) => it.actor === actor && it.topic === key)) continue;
      stances.push({ actor, topic: key, position: onScale(draw), salience });
    }
  }
  const claims = [...document.claims!];
  for (const { key } of itemsOf("BOUNDARIES").filter(({ value }) => value === null)) {
    for (const actor of actors) {
      if (half() || claims.some((it) => it.by === actor && it.about === actor && it.activity === key)) continue;
      claims.push({ by: actor, about: actor, activity: key, extent: 0.1 + 0.9 * draw(), lead: half() });
    }
  }
  return { ...document, adoptions, agreements, profiles, installations, stances, claims };
}

describe("whatever the unknown turns out to be", () => {
  it("a threat lies within the bounds that were told, and so does each factor and the entry barrier", () => {
    let moved = 0;
    check((document, draw) => {
      const facts = factsFrom(document);
      const after = factsFrom(withThreatsKnown(document, facts, draw));
      for (const rival of facts.actors.keys()) {
        const [then, now] = [threatOf(facts, rival), threatOf(after, rival)];
        if (then === null || now === null) {
          expect([then, now]).toEqual([null, null]);
          continue;
        }
        within(now.threat, then, "threat");
        for (const [index, { kind, value }] of now.factors.entries()) within(value, then.factors[index]!, kind);
        within(now.dampers[0]!.value, then.dampers[0]!, "barrier");
        if (Math.abs(now.threat - then.threat) > EPSILON) moved += 1;
      }
    }, 300);
    expect(moved).toBeGreaterThan(200);
  });

  it("coherence lies within the bounds that were told, and so does each dimension and each of its items", () => {
    const moved = new Set<string>();
    let ranges = 0;
    check((document, draw) => {
      const facts = factsFrom(document);
      const [then, now] = [coherence(facts), coherence(factsFrom(withCoherenceKnown(document, facts, draw)))];
      within(now.score, then, "coherence");
      for (const [index, { kind, score, items }] of now.dimensions.entries()) {
        const before = then.dimensions[index]!;
        within(score, before, kind);
        for (const item of items) {
          const was = before.items.find(({ key }) => key === item.key)!;
          within(item.value, was, `${kind} ${item.key}`);
          if (was.loss !== null) {
            within(item.loss, { low: was.lossLow!, high: was.lossHigh! }, `loss of ${kind} ${item.key}`);
            within(was.loss, { low: was.lossLow!, high: was.lossHigh! }, `loss of ${kind} ${item.key} as it stands`);
            if (was.lossHigh! - was.lossLow! > EPSILON) ranges += 1;
          }
          if (item.value !== null && Math.abs(item.value - (was.value ?? 2)) > EPSILON) moved.add(kind);
        }
      }
    }, 300);
    expect(ranges).toBeGreaterThan(100);
    expect([...moved].sort()).toEqual([
      "BOUNDARIES",
      "CONTROL_SYSTEMS",
      "DATA_SHARING",
      "EXPECTATIONS",
      "INSTALLED_BASE",
      "STANDARDS",
    ]);
  });

  it("a gain lies within the range that was told, and at least at its lower bound where the change may touch more", () => {
    // These two may also move items of which nothing was known: the range is about those that were known.
    const mayTouchMore = ["ADOPT_STANDARD", "START_INITIATIVE"];
    const moved = new Set<string>();
    check((document, draw) => {
      const facts = factsFrom(document);
      const known = withCoherenceKnown(document, facts, draw);
      const later = new Map(interventions(factsFrom(known)).map((it) => [`${it.kind} ${it.key}`, it.gain]));
      /** Of what is not offered any more: its item has nothing to gain by then, but others may, which share an end. */
      const gainOfOthers = (kind: string, key: string) => {
        if (kind !== "ADOPT_STANDARD") return 0;
        const [at, standard] = key.split("+") as [string, string];
        return gainOfAdopting(inForce(known, { asOf, minConfidence: 0 }), at, standard);
      };
      for (const { kind, key, gain, gainLow, gainHigh } of interventions(facts)) {
        const what = `gain of ${kind} ${key}`;
        within(gain, { low: gainLow, high: gainHigh }, `${what} as it stands`);
        const now = later.get(`${kind} ${key}`) ?? gainOfOthers(kind, key);
        within(now, { low: gainLow, high: mayTouchMore.includes(kind) ? 1 : gainHigh }, what);
        if (Math.abs(now - gain) > EPSILON) moved.add(kind);
      }
    });
    expect([...moved].sort()).toEqual([
      "ADOPT_STANDARD",
      "ALIGN_EXPECTATIONS",
      "SETTLE_BOUNDARY",
      "SHARE_CONTROL_SYSTEM",
      "SIGN_AGREEMENT",
      "START_INITIATIVE",
    ]);
  });
});

it("kin never appear as each other's rivals, unless they are said to compete", () => {
  let kin = 0;
  let competing = 0;
  check((document) => {
    const text = inForce(document, { asOf, minConfidence: 0 });
    const { rivals } = threats(factsFrom(document));
    const competes = (actor: string) =>
      text.relations.some(
        (it) => it.type === "COMPETES_WITH" && [it.from, it.to].sort().join() === [actor, focal].sort().join(),
      );
    for (const { key } of text.actors.filter((it) => it.key !== focal && areKin(text, focal, it.key))) {
      const isRival = rivals.some(({ rival }) => rival === key);
      if (competes(key)) competing += isRival ? 1 : 0;
      else {
        kin += 1;
        expect(isRival).toBe(false);
      }
    }
  }, 2_000);
  expect(kin).toBeGreaterThan(20);
  expect(competing).toBeGreaterThan(2);
});
