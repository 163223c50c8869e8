import { refTo } from "../coherence/dimension.ts";
import { adopts, commonInitiatives } from "../facts/facts.ts";
import { evidenceOf } from "../scoring/evidence-of.ts";
import type { RivalView } from "./rival-view.ts";
import { type Explained, made, nothingKnown, type ThreatTerm } from "./term.ts";

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
  measure(rival: RivalView): Explained;
}

/** One minus the rival's capability to contest what the focal firm does. */
function entryBarrier({ focal, actor }: RivalView): Explained {
  const levels = focal.facts.levels.get(actor.key);
  let allWeight = 0;
  let recordedWeight = 0;
  let capable = 0;
  const pairs: { activity: string; capability: string; lack: number; weight: number; evidence: string[] }[] = [];
  for (const { activity, weight: own } of focal.activities) {
    const fact = focal.facts.activities.get(activity)!;
    const required = fact.requires ?? [];
    for (const { capability, level } of required) {
      const weight = own / required.length;
      allWeight += weight;
      const record = levels?.get(capability);
      if (record === undefined) continue;
      const reached = Math.min(1, record.level / level);
      recordedWeight += weight;
      capable += weight * reached;
      pairs.push({ activity, capability, lack: 1 - reached, weight, evidence: evidenceOf([fact, record]) });
    }
  }
  if (recordedWeight === 0) return nothingKnown;
  const unrecorded = Math.max(0, allWeight - recordedWeight);
  return {
    value: 1 - capable / recordedWeight,
    low: 1 - (capable + unrecorded) / allWeight,
    high: 1 - capable / allWeight,
    terms: pairs.map(({ activity, capability, lack, weight, evidence }) => ({
      label: `${focal.facts.capabilityNames.get(capability) ?? capability} for ${focal.facts.activities.get(activity)!.name}`,
      subjects: [refTo("capabilities", capability), refTo("activities", activity)],
      share: (weight * lack) / recordedWeight,
      evidence,
    })),
  };
}

const INITIATIVE_FACTOR = 0.7;
const PARTNERSHIP_FACTOR = 0.7;
const STANDARD_FACTOR = 0.9;
const STANDARDS_FLOOR = 0.7;

/** What binds both to the same ecosystem: each tie leaves only a part of the concern. */
function ecosystemTies({ focal: { facts, focal }, actor }: RivalView): Explained {
  const initiatives = commonInitiatives(facts, focal, actor.key);
  const partnerships = (facts.alliances.get(focal)?.get(actor.key) ?? []).filter((it) => it.type === "PARTNERS_WITH");
  const standards = [...(facts.adoptions.get(focal)?.keys() ?? [])].filter(
    (key) =>
      facts.standards.get(key)?.status === "PUBLISHED" && adopts(facts, focal, key) && adopts(facts, actor.key, key),
  );
  const leftByStandards = Math.max(STANDARDS_FLOOR, STANDARD_FACTOR ** standards.length);
  const left =
    INITIATIVE_FACTOR ** initiatives.length * (partnerships.length > 0 ? PARTNERSHIP_FACTOR : 1) * leftByStandards;

  // Parts multiply; the share of each in the whole goes by its logarithm, so that shares add up to the value.
  const parts = [
    ...initiatives.map((it) => ({
      label: it.name,
      subjects: [refTo("initiatives", it.key)],
      size: -Math.log(INITIATIVE_FACTOR),
      facts: [it],
    })),
    ...(partnerships.length === 0
      ? []
      : [
          {
            label: `Partnership with ${actor.name}`,
            subjects: [refTo("actors", focal), refTo("actors", actor.key)],
            size: -Math.log(PARTNERSHIP_FACTOR),
            facts: partnerships,
          },
        ]),
    ...standards.map((key) => ({
      label: facts.standards.get(key)!.name,
      subjects: [refTo("standards", key)],
      size: -Math.log(leftByStandards) / standards.length,
      facts: [facts.adoptions.get(focal)?.get(key), facts.adoptions.get(actor.key)?.get(key), facts.standards.get(key)],
    })),
  ];
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const value = 1 - left;
  const terms: ThreatTerm[] = parts.map((part) => ({
    label: part.label,
    subjects: part.subjects,
    share: (value * part.size) / size,
    evidence: evidenceOf(part.facts),
  }));
  return made(value, terms);
}

/** What dampens the threat that contact makes. Source: model.md section 5. */
export const dampers: readonly DamperRow[] = [
  {
    kind: "ENTRY_BARRIER",
    question: "How much does it lack of what our activities require?",
    needs: "the capabilities that the focal firm's activities require, and how far the rival has any of them",
    whenUnknown: 0.5,
    reads: ({ focal, actor }) => [focal.activities, focal.facts.levels.get(actor.key)],
    measure: entryBarrier,
  },
  {
    kind: "ECOSYSTEM_TIES",
    question: "How much do common initiatives, partnership and standards bind it to us?",
    needs: "common initiatives, partnerships and standards that both adopt",
    whenUnknown: 0,
    reads: ({ focal: { facts, focal }, actor }) => [
      ...[focal, actor.key].flatMap((key) => [facts.adoptions.get(key), facts.initiativesOf.get(key)]),
      facts.alliances.get(focal),
      facts.standards,
    ],
    measure: ecosystemTies,
  },
];
