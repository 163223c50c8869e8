import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { dimensionOf, dimensions } from "../../../api/measures/coherence/dimensions.ts";
import { interventions, interventionTypes } from "../../../api/measures/coherence/interventions.ts";
import { dampers } from "../../../api/measures/threat/dampers.ts";
import { factors } from "../../../api/measures/threat/factors.ts";
import { viewFrom } from "../../../api/measures/threat/focal-view.ts";
import { parts } from "../../../api/measures/threat/parts.ts";
import { rivalView } from "../../../api/measures/threat/rival-view.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import { recordsOf } from "../../../api/time/in-force-rules.ts";
import type { EcosystemDocument, RecordRef } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";

const seed: EcosystemDocument = JSON.parse(readFileSync(new URL("../../../seed/sysco.json", import.meta.url), "utf8"));
const facts = factsInForce(seed, { asOf: "2026-11-23" });
const exists = ({ kind, key }: RecordRef): boolean =>
  recordsOf(seed, kind).some((record) => identityOf(kind, record) === key);
const isBounded = ({ value, low, high }: { value: number | null; low: number; high: number }) => {
  expect([low >= 0, high <= 1, low <= high]).toEqual([true, true, true]);
  if (value !== null) expect([low <= value + 1e-9, value <= high + 1e-9]).toEqual([true, true]);
};

describe.each([...dimensions, ...parts])("$kind", ({ kind, name, phrase, description, question, needs }) => {
  it("has a name, a phrase, a description, a question and what it needs, in plain words", () => {
    expect(kind).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(name).toMatch(/^[A-Z][a-z ]+$/);
    expect(phrase).toMatch(/^[a-z][a-z ]+$/);
    expect(description).toMatch(/^[A-Z][^_]+\.$/);
    expect(question).toMatch(/^[A-Z][^_]+\?$/);
    expect(needs).toMatch(/^[a-z][^_]+[^.]$/);
  });
});

describe.each(dimensions)("$kind on the seed", ({ kind, reads, because, defaultWeight }) => {
  const { items } = coherence(facts).dimensions.find((it) => it.kind === kind)!;

  it("has items within their bounds, and known and lossy ones with a reason", () => {
    expect(defaultWeight).toBe(1);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      isBounded(item);
      expect(item.weight).toBeGreaterThan(0);
      if (item.value !== null && item.value < 1) expect(because(facts, item)).toMatch(/^.{10,}[^.]$/);
    }
  });

  it("reads facts that exist, of every known item at least one", () => {
    for (const item of items) {
      const read = reads(facts, item);
      expect(read.filter((ref) => !exists(ref))).toEqual([]);
      if (item.value !== null) expect(read.length).toBeGreaterThan(0);
    }
  });

  it("is found by its kind", () => {
    expect(dimensionOf(kind).reads).toBe(reads);
  });
});

describe("factors and dampers on the seed", () => {
  const { rivals, focal } = threats(facts);
  const view = viewFrom(facts, focal, 180);
  const seen = rivals.map((threat) => ({ threat, rival: rivalView(view, facts.actors.get(threat.rival)!) }));

  it.each([...factors, ...dampers])("$kind has values within their bounds and terms that add up to them", (part) => {
    let known = 0;
    for (const { rival } of seen) {
      const measured = part.measure(rival);
      isBounded(measured);
      if (measured.value === null) continue;
      known += 1;
      const terms = part.terms(rival, measured.value);
      expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(measured.value, 9);
    }
    expect(known).toBeGreaterThan(0);
  });

  it.each([...factors, ...dampers])("$kind reads facts that exist, and says what it found", (part) => {
    let told = 0;
    for (const { rival } of seen) {
      const { value } = part.measure(rival);
      const terms = value === null ? [] : part.terms(rival, value).filter(({ share }) => share > 0);
      for (const term of terms) expect(part.reads(rival, term).filter((ref) => !exists(ref))).toEqual([]);
      if (terms.length === 0) continue;
      told += 1;
      expect(part.sentence("50\u00a0%", terms.slice(0, 3), rival)).toMatch(/^[A-Z].{20,}[^.]$/);
    }
    expect(told).toBeGreaterThan(0);
  });

  it("weights add up to 1, and what an unknown damper counts as is within 0..1", () => {
    expect(factors.reduce((sum, { defaultWeight }) => sum + defaultWeight, 0)).toBeCloseTo(1, 12);
    for (const { whenUnknown } of dampers) expect(whenUnknown >= 0 && whenUnknown <= 1).toBe(true);
  });
});

describe("interventions on the seed", () => {
  const offered = interventions(facts);

  it.each(interventionTypes)("$kind has a name and a description, and is offered with its changes in words", (type) => {
    expect(type.name).toMatch(/^[A-Z][a-z ]+$/);
    expect(type.description).toMatch(/^[A-Z][^_]+\.$/);
    const own = offered.filter(({ kind }) => kind === type.kind);
    expect(own.length).toBeGreaterThan(0);
    for (const offer of own) {
      expect(offer.gain).toBeGreaterThan(0);
      expect(offer.isIdeal).toBe(type.settles !== null);
      expect(offer.changes.length).toBeGreaterThan(0);
      for (const change of offer.changes) expect(change).toMatch(/^.{10,}\.$/);
      expect(type.factChanges(offer, facts, seed).length > 0).toBe(!offer.isIdeal);
    }
  });
});
