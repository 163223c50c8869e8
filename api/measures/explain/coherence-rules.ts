import { finePoints, named, percent, points } from "../../shared/format.ts";
import { EPSILON, highestFirst } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import type { Coherence, CoherenceItem } from "../coherence/coherence.ts";
import { type CoherenceDimensionKind, dimensionOf } from "../coherence/dimensions.ts";
import { type Intervention, interventionTypes } from "../coherence/interventions.ts";
import type { Question } from "../coherence/questions.ts";
import { type Rule, together } from "./sentence.ts";

/** Everything that a sentence about coherence may use. */
interface CoherenceView {
  facts: Facts;
  coherence: Coherence;
  questions: readonly Question[];
  interventions: readonly Intervention[];
}

type CostlyItem = CoherenceItem & { dimension: CoherenceDimensionKind; loss: number };

const maxLosses = 3;

/** Items with a loss, the largest first, of one dimension or of all. */
function costlyItems({ dimensions }: Coherence, dimension?: CoherenceDimensionKind): CostlyItem[] {
  const items = dimensions
    .filter(({ kind }) => dimension === undefined || kind === dimension)
    .flatMap(({ kind, items }) => items.map((item) => ({ ...item, dimension: kind })))
    .filter((item): item is CostlyItem => item.loss !== null && item.loss > EPSILON);
  return highestFirst(
    items,
    ({ loss }) => loss,
    () => 0,
  );
}

const ofTheWhole = { subjects: [], evidence: [] };

const score: Rule<CoherenceView> = {
  name: "SCORE",
  say: ({ coherence: { score, low, high, coverage } }) => {
    if (score === null) {
      return [{ text: "Coherence cannot be scored yet: none of its items is known.", ...ofTheWhole }];
    }
    const open = high! - low! > EPSILON;
    const bounds = open
      ? `between ${points(low)} and ${points(high)}, given what is unknown; ${percent(coverage!)} of its weight is known`
      : "all of its items are known";
    return [{ text: `Coherence is ${points(score)} of 100: ${bounds}.`, ...ofTheWhole }];
  },
};

const lowest: Rule<CoherenceView> = {
  name: "LOWEST_DIMENSION",
  say: ({ coherence }) => {
    const dimension = coherence.dimensions.find(({ kind }) => kind === coherence.lowest);
    if (!dimension) return [];
    const worst = costlyItems(coherence, dimension.kind).slice(0, maxLosses);
    const items = worst.length === 0 ? "" : `; it loses most at ${named(worst.map(({ label }) => label))}`;
    const text = `The lowest dimension is ${dimensionOf(dimension.kind).phrase}, with ${points(dimension.score)} of 100${items}.`;
    return [{ text, ...together(worst) }];
  },
};

const losses: Rule<CoherenceView> = {
  name: "LARGEST_LOSSES",
  say: ({ facts, coherence }) =>
    costlyItems(coherence)
      .slice(0, maxLosses)
      .map((item) => ({
        text: `${item.label} (${dimensionOf(item.dimension).phrase}) costs ${finePoints(item.loss)} points: ${dimensionOf(item.dimension).because(facts, item)}.`,
        subjects: item.subjects,
        evidence: item.evidence,
      })),
};

const question: Rule<CoherenceView> = {
  name: "LARGEST_QUESTION",
  say: ({ coherence, questions: [first] }) => {
    if (!first) return [];
    const open = finePoints(coherence.high! - coherence.low!);
    const item = coherence.dimensions
      .find(({ kind }) => kind === first.dimension)!
      .items.find((it) => it.key === first.key)!;
    return [
      {
        text: `The largest open question is ${first.label} (${dimensionOf(first.dimension).phrase}): an answer would settle ${finePoints(first.width)} of the ${open} points between the bounds.`,
        subjects: first.subjects,
        evidence: item.evidence,
      },
    ];
  },
};

/** The best intervention and, if it is an ideal, the best one that is a single action. */
const intervention: Rule<CoherenceView> = {
  name: "BEST_INTERVENTION",
  say: ({ facts, coherence, interventions }) => {
    const [best] = interventions;
    const practical = interventions.find(({ isIdeal }) => !isIdeal);
    const chosen = [best, practical === best ? undefined : practical].filter((it) => it !== undefined);
    return chosen.map((it) => {
      const lead = it === best ? "Most effective change" : "Best single action";
      const gain = `${it.isIdeal ? "at most " : ""}${finePoints(it.gain)} points`;
      const { touches } = interventionTypes.find(({ kind }) => kind === it.kind)!;
      const about = coherence.dimensions.flatMap(({ kind, items }) =>
        items.filter(({ key }) => touches(it, kind, key, facts)),
      );
      return {
        text: `${lead}: ${it.label.charAt(0).toLowerCase()}${it.label.slice(1)}, for a gain of ${gain}.`,
        subjects: it.subjects,
        evidence: together(about).evidence,
      };
    });
  },
};

const unknown: Rule<CoherenceView> = {
  name: "UNKNOWN_DIMENSIONS",
  say: ({ coherence }) =>
    coherence.dimensions
      .filter(({ status }) => status !== "SCORED")
      .map(({ name, needs, status }) => ({
        text: `${name}: ${status === "UNKNOWN" ? "not enough data" : "no data"}. It needs ${needs}.`,
        ...ofTheWhole,
      })),
};

/** Rules that explain coherence, in order of importance. To add one, write it above and add it here. */
export const coherenceRules: readonly Rule<CoherenceView>[] = [score, lowest, losses, question, intervention, unknown];
