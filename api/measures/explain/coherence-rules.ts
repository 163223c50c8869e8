import { highestFirst, TIE } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import type { Coherence, CoherenceItem } from "../coherence/coherence.ts";
import type { CoherenceDimensionKind } from "../coherence/dimension.ts";
import { type Intervention, interventionRows } from "../coherence/interventions.ts";
import type { Question } from "../coherence/questions.ts";
import { because } from "./because.ts";
import { type Rule, together } from "./sentence.ts";
import { dimensionWords, finePoints, named, percent, points } from "./words.ts";

/** All that a sentence on coherence may be made of. */
interface CoherenceView {
  facts: Facts;
  coherence: Coherence;
  questions: readonly Question[];
  interventions: readonly Intervention[];
}

type Placed = CoherenceItem & { dimension: CoherenceDimensionKind; loss: number };

const mostLosses = 3;

/** Items that cost something, the costliest first, of one dimension or of all. */
function costly({ dimensions }: Coherence, of?: CoherenceDimensionKind): Placed[] {
  const items = dimensions
    .filter(({ kind }) => of === undefined || kind === of)
    .flatMap(({ kind, items }) => items.map((item) => ({ ...item, dimension: kind })))
    .filter((item): item is Placed => item.loss !== null && item.loss > TIE);
  return highestFirst(
    items,
    ({ loss }) => loss,
    () => 0,
  );
}

const everywhere = { subjects: [], evidence: [] };

const score: Rule<CoherenceView> = {
  name: "SCORE",
  say: ({ coherence: { score, low, high, coverage } }) => {
    if (score === null) {
      return [{ text: "Coherence cannot be judged yet: nothing that it is made of is known.", ...everywhere }];
    }
    const open = high! - low! > TIE;
    const bounds = open
      ? `what is unknown leaves it between ${points(low)} and ${points(high)}, with ${percent(coverage!)} of its weight known`
      : "all that it is made of is known";
    return [{ text: `Coherence is ${points(score)} of 100: ${bounds}.`, ...everywhere }];
  },
};

const lowest: Rule<CoherenceView> = {
  name: "LOWEST_DIMENSION",
  say: ({ coherence }) => {
    const dimension = coherence.dimensions.find(({ kind }) => kind === coherence.lowest);
    if (!dimension) return [];
    const worst = costly(coherence, dimension.kind).slice(0, mostLosses);
    const items = worst.length === 0 ? "" : `; what costs most there: ${named(worst.map(({ label }) => label))}`;
    const text = `The lowest dimension is ${dimensionWords(dimension.kind).toLowerCase()}, with ${points(dimension.score)} of 100${items}.`;
    return [{ text, ...together(worst) }];
  },
};

const losses: Rule<CoherenceView> = {
  name: "LARGEST_LOSSES",
  say: ({ facts, coherence }) =>
    costly(coherence)
      .slice(0, mostLosses)
      .map((item) => ({
        text: `${item.label} (${dimensionWords(item.dimension).toLowerCase()}) costs ${finePoints(item.loss)} points: ${because[item.dimension](facts, item)}.`,
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
        text: `The largest open question is ${first.label} (${dimensionWords(first.dimension).toLowerCase()}): its answer would settle ${finePoints(first.width)} of the ${open} points between the bounds.`,
        subjects: first.subjects,
        evidence: item.evidence,
      },
    ];
  },
};

/** The best change, and where that is an ideal, the best that is made of facts. */
const intervention: Rule<CoherenceView> = {
  name: "BEST_INTERVENTION",
  say: ({ facts, coherence, interventions }) => {
    const [best] = interventions;
    const practical = interventions.find(({ isIdeal }) => !isIdeal);
    const chosen = [best, practical === best ? undefined : practical].filter((it) => it !== undefined);
    return chosen.map((it) => {
      const lead = it === best ? "What would help most" : "The best that can be done as one change";
      const gain = `${it.isIdeal ? "at most " : ""}${finePoints(it.gain)} points`;
      const { touches } = interventionRows.find(({ kind }) => kind === it.kind)!;
      const about = coherence.dimensions.flatMap(({ kind, items }) =>
        items.filter(({ key }) => touches(it, kind, key, facts)),
      );
      return {
        text: `${lead}: ${it.label.charAt(0).toLowerCase()}${it.label.slice(1)}, for ${gain} more.`,
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
      .map(({ kind, needs, status }) => ({
        text: `There is ${status === "UNKNOWN" ? "not enough" : "nothing"} to judge ${dimensionWords(kind).toLowerCase()} by: that takes ${needs}.`,
        ...everywhere,
      })),
};

/** What there is to say of coherence, in the order of what matters. A new rule is an entry here. */
export const coherenceRules: readonly Rule<CoherenceView>[] = [score, lowest, losses, question, intervention, unknown];
