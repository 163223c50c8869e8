import { refOf, refTo } from "../../../shared/record-ref.ts";
import { unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDamper } from "../damper.ts";
import { focalName, readOfFocal } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, termsInWords } from "../term.ts";

/** Each capability that the focal firm's activities require, its weight, and how far the rival reaches it (null: unknown). */
function requirements({ focal, actor }: RivalView) {
  const levels = focal.facts.levels.get(actor.key);
  return focal.requirements.map(({ activity, capability, level, weight }) => {
    const record = levels?.get(capability);
    return { activity, capability, weight, reached: record ? Math.min(1, record.level / level) : null, record };
  });
}

/** One minus the rival's capability to contest what the focal firm does. */
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
  },
  terms: (rival) => {
    const recorded = requirements(rival).filter(({ reached }) => reached !== null);
    const weights = recorded.reduce((sum, { weight }) => sum + weight, 0);
    return recorded.map(({ activity, capability, weight, reached, record }) => ({
      label: `${rival.focal.facts.capabilityNames.get(capability) ?? capability} for ${activity.name}`,
      subjects: [refTo("capabilities", capability), refTo("activities", activity.key)],
      share: (weight * (1 - reached!)) / weights,
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
