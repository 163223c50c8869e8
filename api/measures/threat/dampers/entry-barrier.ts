import { refOf, refTo } from "../../../shared/record-ref.ts";
import { clampUnit, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDamper } from "../damper.ts";
import { focalName, readOfFocal } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, termsInWords } from "../term.ts";

/** An unrecorded level counts half (docs/model.md, section 5). */
const UNRECORDED = 0.5;

/**
 * Capabilities that the focal firm's activities require, each with its weight and the rival's level relative to it
 * (null: unknown).
 */
function requirements({ focal, actor }: RivalView) {
  const levels = focal.facts.levels.get(actor.key);
  return focal.requirements.map(({ activity, capability, level, weight }) => {
    const record = levels?.get(capability);
    return { activity, capability, weight, reached: record ? Math.min(1, record.level / level) : null, record };
  });
}

/** One minus the rival's capability to compete in the focal firm's activities. */
export const entryBarrier = defineDamper({
  kind: "ENTRY_BARRIER",
  name: "Entry barrier",
  phrase: "the entry barrier",
  description: "How much the rival lacks of the capabilities that the focal firm's activities require.",
  question: "How much does it lack of what our activities require?",
  needs: "the capabilities that the focal firm's activities require, and how far the rival has any of them",
  whenUnknown: 0.5,
  inputs: ({ focal, actor }) => [focal.requirements, focal.facts.levels.get(actor.key)],
  measure: (rival) => {
    if (!rival.focal.facts.levels.has(rival.actor.key)) return unknownValue;
    let allWeight = 0;
    let open = 0;
    let isRecorded = false;
    let capable = 0;
    for (const { weight, reached } of requirements(rival)) {
      allWeight += weight;
      if (reached === null) {
        open += weight;
        continue;
      }
      isRecorded = true;
      capable += weight * reached;
    }
    if (!isRecorded) return unknownValue;
    const barrier = (unrecorded: number) => clampUnit(1 - (capable + open * unrecorded) / allWeight);
    return { value: barrier(UNRECORDED), low: barrier(1), high: barrier(0) };
  },
  terms: (rival) => {
    const all = requirements(rival);
    const weights = all.reduce((sum, { weight }) => sum + weight, 0);
    return all.map(({ activity, capability, weight, reached, record }) => ({
      label: `${rival.focal.facts.capabilityNames.get(capability) ?? capability} for ${activity.name}`,
      subjects: [refTo("capabilities", capability), refTo("activities", activity.key)],
      share: (weight * (1 - (reached ?? UNRECORDED))) / weights,
      evidence: evidenceOf([activity, record]),
    }));
  },
  reads: ({ focal, actor }, term) => {
    const level = focal.facts.levels.get(actor.key)?.get(subjectKey(term, "capabilities")!);
    return [
      ...readOfFocal(focal, subjectKey(term, "activities")!),
      ...(level ? [refOf("actorCapabilities", level)] : []),
    ];
  },
  sentence: (value, largest, { focal }) =>
    `It lacks ${value} of the capability that the activities of ${focalName(focal)} require, above all ${termsInWords(largest)}`,
});
