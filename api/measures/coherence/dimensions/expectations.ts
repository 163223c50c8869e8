import type { StanceRecord } from "../../../../cypher/model/document.ts";
import { count } from "../../../shared/format.ts";
import { noMemo } from "../../../shared/memo.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { clampUnit, exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDimension, itemOf } from "../dimension.ts";

const SCALE_WIDTH = 4;
const DEFAULT_SALIENCE = 3;
const salienceOf = (stance: StanceRecord): number => stance.salience ?? DEFAULT_SALIENCE;

/**
 * Tastle–Wierman (2007) consensus of positions 1..5 weighted by salience: 1 = full consensus, 0 = split between the
 * ends.
 */
function consensus(stances: readonly StanceRecord[]): number {
  const salienceAt = new Map<number, number>();
  let total = 0;
  let moment = 0;
  for (const stance of stances) {
    const salience = salienceOf(stance);
    salienceAt.set(stance.position, (salienceAt.get(stance.position) ?? 0) + salience);
    total += salience;
    moment += salience * stance.position;
  }
  const mean = moment / total;
  let sum = 1;
  for (const position of [1, 2, 3, 4, 5]) {
    const share = (salienceAt.get(position) ?? 0) / total;
    if (share > 0) sum += share * Math.log2(1 - Math.abs(position - mean) / SCALE_WIDTH);
  }
  return clampUnit(sum);
}

export const expectations = defineDimension({
  kind: "EXPECTATIONS",
  name: "Expectations",
  phrase: "expectations",
  description: "Agreement of the actors' expectations toward the ecosystem.",
  question: "Do the actors expect the same of the ecosystem?",
  needs: "topics, and the stances of at least two actors on each",
  defaultWeight: 1,
  items: (facts, memo = noMemo) =>
    facts.topics.map((topic) => {
      const recorded = facts.stancesOn.get(topic.key);
      return memo(topic.key, [topic, recorded], () => {
        const stances = recorded ?? [];
        const salience = stances.reduce((sum, stance) => sum + salienceOf(stance), 0);
        const weight = stances.length === 0 ? DEFAULT_SALIENCE : salience / stances.length;
        return itemOf(
          { key: topic.key, label: topic.name, subjects: [refTo("topics", topic.key)], weight },
          stances.length < 2 ? unknownValue : exactly(consensus(stances)),
          evidenceOf(stances),
        );
      });
    }),
  because: (facts, { key }) => {
    const stances = facts.stancesOn.get(key) ?? [];
    const positions = stances.map(({ position }) => position);
    return `the stances of ${count(stances.length, "actor")} range from ${Math.min(...positions)} to ${Math.max(...positions)} of 5`;
  },
  reads: (facts, { key }) => refsOf("stances", facts.stancesOn.get(key)),
});
