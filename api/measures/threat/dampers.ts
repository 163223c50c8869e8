import { adopts, commonInitiatives } from "../../time/facts.ts";
import { refTo } from "../coherence/dimension.ts";
import { type Bounded, exactly, unknownValue } from "../scoring/concentration.ts";
import { evidenceOf } from "../scoring/evidence-of.ts";
import type { RivalView } from "./rival-view.ts";
import type { ThreatTerm } from "./term.ts";

export type ThreatDamperKind = "ENTRY_BARRIER" | "ECOSYSTEM_TIES";

/** What dampens a threat: a question, and how it is measured; a full damper halves the threat. */
export interface DamperRow {
  kind: ThreatDamperKind;
  question: string;
  /** What facts it needs; of one that is never unknown, what it reads. */
  needs: string;
  /** What an unknown one counts as. */
  whenUnknown: number;
  /** All that it is measured from: while that stays the same, so does the damper. */
  reads(rival: RivalView): readonly unknown[];
  measure(rival: RivalView): Bounded;
  /** What its value is made of, when it is known. */
  terms(rival: RivalView, value: number): ThreatTerm[];
}

/** What each capability that our activities require weighs, and how far the rival reaches it; null: not recorded. */
function requirements({ focal, actor }: RivalView) {
  const levels = focal.facts.levels.get(actor.key);
  return focal.requirements.map(({ activity, capability, level, weight }) => {
    const record = levels?.get(capability);
    return { activity, capability, weight, reached: record ? Math.min(1, record.level / level) : null, record };
  });
}

/** One minus the rival's capability to contest what the focal firm does. */
function entryBarrier(rival: RivalView): Bounded {
  if (!rival.focal.facts.levels.has(rival.actor.key)) return unknownValue;
  let allWeight = 0;
  let recordedWeight = 0;
  let capable = 0;
  for (const { weight, reached } of requirements(rival)) {
    allWeight += weight;
    if (reached === null) continue;
    recordedWeight += weight;
    capable += weight * reached;
  }
  if (recordedWeight === 0) return unknownValue;
  const unrecorded = Math.max(0, allWeight - recordedWeight);
  return {
    value: 1 - capable / recordedWeight,
    low: 1 - (capable + unrecorded) / allWeight,
    high: 1 - capable / allWeight,
  };
}

function barrierTerms(rival: RivalView): ThreatTerm[] {
  const recorded = requirements(rival).filter(({ reached }) => reached !== null);
  const weights = recorded.reduce((sum, { weight }) => sum + weight, 0);
  return recorded.map(({ activity, capability, weight, reached, record }) => ({
    label: `${rival.focal.facts.capabilityNames.get(capability) ?? capability} for ${activity.name}`,
    subjects: [refTo("capabilities", capability), refTo("activities", activity.key)],
    share: (weight * (1 - reached!)) / weights,
    evidence: evidenceOf([activity, record]),
  }));
}

const INITIATIVE_FACTOR = 0.7;
const PARTNERSHIP_FACTOR = 0.7;
const STANDARD_FACTOR = 0.9;
const STANDARDS_FLOOR = 0.7;

/** What binds both to the same ecosystem. */
function tiesTo({ focal: { facts, focal }, actor }: RivalView) {
  const theirs = facts.adoptions.get(actor.key);
  return {
    initiatives: commonInitiatives(facts, focal, actor.key),
    partnerships: (facts.alliances.get(focal)?.get(actor.key) ?? []).filter((it) => it.type === "PARTNERS_WITH"),
    standards: [...(theirs?.keys() ?? [])].filter(
      (key) =>
        facts.standards.get(key)?.status === "PUBLISHED" && adopts(facts, focal, key) && adopts(facts, actor.key, key),
    ),
  };
}

const leftByStandards = (count: number): number => Math.max(STANDARDS_FLOOR, STANDARD_FACTOR ** count);

/** Each tie leaves only a part of the concern. */
function ecosystemTies(rival: RivalView): Bounded {
  const { initiatives, partnerships, standards } = tiesTo(rival);
  const leftByPartnership = partnerships.length > 0 ? PARTNERSHIP_FACTOR : 1;
  return exactly(1 - INITIATIVE_FACTOR ** initiatives.length * leftByPartnership * leftByStandards(standards.length));
}

/** Parts multiply; the share of each in the whole goes by its logarithm, so that shares add up to the value. */
function tieTerms(rival: RivalView, value: number): ThreatTerm[] {
  const { focal, facts } = rival.focal;
  const { key, name } = rival.actor;
  const { initiatives, partnerships, standards } = tiesTo(rival);
  const parts = [
    ...initiatives.map((it) => ({
      label: it.name,
      subjects: [refTo("initiatives", it.key)],
      size: -Math.log(INITIATIVE_FACTOR),
      facts: [it],
    })),
    ...partnerships.slice(0, 1).map(() => ({
      label: `Partnership with ${name}`,
      subjects: [refTo("actors", focal), refTo("actors", key)],
      size: -Math.log(PARTNERSHIP_FACTOR),
      facts: partnerships,
    })),
    ...standards.map((standard) => ({
      label: facts.standards.get(standard)!.name,
      subjects: [refTo("standards", standard)],
      size: -Math.log(leftByStandards(standards.length)) / standards.length,
      facts: [
        facts.adoptions.get(focal)?.get(standard),
        facts.adoptions.get(key)?.get(standard),
        facts.standards.get(standard),
      ],
    })),
  ];
  const whole = parts.reduce((sum, { size }) => sum + size, 0);
  return parts.map(({ label, subjects, size, facts: read }) => ({
    label,
    subjects,
    share: (value * size) / whole,
    evidence: evidenceOf(read),
  }));
}

/** What dampens the threat that contact makes. Source: model.md section 5. */
export const dampers: readonly DamperRow[] = [
  {
    kind: "ENTRY_BARRIER",
    question: "How much does it lack of what our activities require?",
    needs: "the capabilities that the focal firm's activities require, and how far the rival has any of them",
    whenUnknown: 0.5,
    reads: ({ focal, actor }) => [focal.requirements, focal.facts.levels.get(actor.key)],
    measure: entryBarrier,
    terms: barrierTerms,
  },
  {
    kind: "ECOSYSTEM_TIES",
    question: "How much do common initiatives, partnership and standards bind it to us?",
    needs: "common initiatives, partnerships and standards that both adopt",
    whenUnknown: 0,
    reads: ({ focal: { facts, focal }, actor }) => [
      facts.adoptions.get(focal),
      facts.adoptions.get(actor.key),
      facts.initiativesOf.get(focal),
      facts.initiativesOf.get(actor.key),
      facts.alliances.get(focal),
      facts.standards,
    ],
    measure: ecosystemTies,
    terms: tieTerms,
  },
];
