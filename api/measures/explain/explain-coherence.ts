import type { Facts } from "../../time/facts.ts";
import { type Coherence, coherence, type DimensionWeight } from "../coherence/coherence.ts";
import { interventions } from "../coherence/interventions.ts";
import { questions } from "../coherence/questions.ts";
import { coherenceRules } from "./coherence-rules.ts";
import { type Sentence, sentences } from "./sentence.ts";

/**
 * Explanation of coherence in sentences: its score, the largest losses, the largest question and the best intervention,
 * each with the records that it names and its evidence.
 * @param judged coherence of the same facts and weights, if it has been computed
 * @throws MeasureError for weights that coherence refuses
 */
export function explainCoherence(
  facts: Facts,
  weights: readonly DimensionWeight[] = [],
  judged: Coherence = coherence(facts, weights),
): Sentence[] {
  return sentences(coherenceRules, {
    facts,
    coherence: judged,
    questions: questions(judged),
    interventions: interventions(facts, weights, judged),
  });
}
