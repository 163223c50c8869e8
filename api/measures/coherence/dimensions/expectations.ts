import { noMemo } from "../../../shared/memo.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { campsInWords, consensus, DEFAULT_SALIENCE, salienceOf } from "../../expectation/expectation.ts";
import { exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDimension, itemOf } from "../dimension.ts";

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
        const agreed = consensus(stances);
        return itemOf(
          { key: topic.key, label: topic.name, subjects: [refTo("topics", topic.key)], weight },
          agreed === null ? unknownValue : exactly(agreed),
          evidenceOf(stances),
        );
      });
    }),
  because: (facts, { key }) => campsInWords(facts, key),
  reads: (facts, { key }) => refsOf("stances", facts.stancesOn.get(key)),
});
