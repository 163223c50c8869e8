import { count, finePoints, named, percent, points } from "../../shared/format.ts";
import { EPSILON, highestFirst, isEqualFigure } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { type Coherence, type CoherenceItem, lowestDimensions } from "../coherence/coherence.ts";
import { type CoherenceDimensionKind, dimensionOf } from "../coherence/dimensions.ts";
import { type Intervention, interventionTypes } from "../coherence/interventions.ts";
import { type Question, WHOLE_DIMENSION } from "../coherence/questions.ts";
import { partInWords, rangeInWords, scoreInWords } from "../coherence/score-in-words.ts";
import { type Rule, together } from "./sentence.ts";

/** Input of a sentence about coherence. */
interface CoherenceView {
  facts: Facts;
  coherence: Coherence;
  questions: readonly Question[];
  interventions: readonly Intervention[];
}

type CostlyItem = CoherenceItem & {
  dimension: CoherenceDimensionKind;
  loss: number;
  lossLow: number;
  lossHigh: number;
};

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

/** Items in groups of equal loss, the largest first: of several equals none is named alone. */
function byLoss(items: readonly CostlyItem[]): CostlyItem[][] {
  const groups: CostlyItem[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && isEqualFigure(group[0]!.loss, item.loss)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Where a dimension loses most, as a part of a sentence: as many items as there is room for, equal ones together. */
function whereMost(items: readonly CostlyItem[]): { words: string; items: CostlyItem[] } {
  const told: CostlyItem[] = [];
  for (const group of byLoss(items)) {
    if (told.length + group.length > maxLosses) {
      if (told.length === 0) return { words: `${group.length} items of equal loss`, items: group };
      break;
    }
    told.push(...group);
  }
  return { words: named(told.map(({ label }) => label)), items: told };
}

/** "B (boundaries)", and of several equal items of one dimension the dimension once. */
function itemsInWords(items: readonly CostlyItem[]): string {
  const kinds = new Set(items.map(({ dimension }) => dimension));
  if (kinds.size > 1) return named(items.map((item) => `${item.label} (${dimensionOf(item.dimension).phrase})`));
  return `${named(items.map(({ label }) => label))} (${dimensionOf(items[0]!.dimension).phrase})`;
}

const ofTheWhole = { subjects: [], evidence: [] };

const score: Rule<CoherenceView> = {
  name: "SCORE",
  say: ({ coherence: { score, low, high, coverage, isIndicative } }) => {
    if (score === null) {
      return [{ text: "Coherence cannot be scored yet: none of its items is known.", ...ofTheWhole }];
    }
    if (isIndicative) {
      const text = `Too little is known for a reliable score: ${percent(coverage)}. Coherence lies between ${points(low)} and ${points(high)} of 100; the known part scores ${points(score)}.`;
      return [{ text, ...ofTheWhole }];
    }
    const open = high - low > EPSILON;
    const bounds = open
      ? `between ${points(low)} and ${points(high)}, given what is unknown; ${percent(coverage)} of its weight is known`
      : "all of its items are known";
    return [{ text: `Coherence is ${points(score)} of 100: ${bounds}.`, ...ofTheWhole }];
  },
};

const lowest: Rule<CoherenceView> = {
  name: "LOWEST_DIMENSION",
  say: ({ coherence }) => {
    const [dimension, ...equals] = lowestDimensions(coherence.dimensions);
    if (!dimension) return [];
    if (equals.length > 0) {
      const all = [dimension, ...equals];
      const phrases = all.map(({ kind }) => dimensionOf(kind).phrase);
      const vague = all.filter(({ isIndicative }) => isIndicative);
      const ranges = vague.map((it) => `${dimensionOf(it.kind).phrase} (${rangeInWords(it.low, it.high)})`);
      const text =
        vague.length === 0
          ? `The lowest dimensions are ${named(phrases)}, each with ${points(dimension.score)} of 100.`
          : `Of what is known, the lowest dimensions are equal: ${named(phrases)}. Too little is known of ${named(ranges)}.`;
      return [{ text, ...ofTheWhole }];
    }
    const { words, items: worst } = whereMost(costlyItems(coherence, dimension.kind));
    const items = worst.length === 0 ? "" : `; its largest losses: ${words}`;
    const { phrase } = dimensionOf(dimension.kind);
    const lead = coherence.isIndicative || dimension.isIndicative ? "Of what is known, the" : "The";
    const figure = dimension.isIndicative ? scoreInWords(dimension) : `${points(dimension.score)} of 100`;
    const text = `${lead} lowest dimension is ${phrase}, with ${figure}${items}.`;
    return [{ text, ...together(worst) }];
  },
};

const losses: Rule<CoherenceView> = {
  name: "LARGEST_LOSSES",
  say: ({ facts, coherence }) =>
    byLoss(costlyItems(coherence))
      .slice(0, maxLosses)
      .map((group) => {
        const [item] = group as [CostlyItem];
        const loss = partInWords(
          coherence,
          item.loss,
          Math.min(...group.map(({ lossLow }) => lossLow)),
          Math.max(...group.map(({ lossHigh }) => lossHigh)),
        );
        const text =
          group.length === 1
            ? `${itemsInWords(group)} costs ${loss} points: ${dimensionOf(item.dimension).because(facts, item)}.`
            : `${count(group.length, "item")} cost the same, ${loss} points each: ${itemsInWords(group)}.`;
        return { text, ...together(group) };
      }),
};

const question: Rule<CoherenceView> = {
  name: "LARGEST_QUESTION",
  say: ({ coherence, questions: all }) => {
    const [first] = all;
    if (!first) return [];
    const equals = all.filter(({ width }) => isEqualFigure(width, first.width));
    const settles = `settle ${finePoints(first.width)} of the ${finePoints(coherence.high - coherence.low)} points between the bounds`;
    const labels = named(
      equals.map(({ dimension, key, label }) => {
        const { phrase } = dimensionOf(dimension);
        return key === WHOLE_DIMENSION ? `${phrase} (no data)` : `${label} (${phrase})`;
      }),
    );
    const items = equals.flatMap((it) =>
      coherence.dimensions.find(({ kind }) => kind === it.dimension)!.items.filter(({ key }) => key === it.key),
    );
    return [
      {
        text:
          equals.length === 1
            ? `The largest open question is ${labels}: an answer would ${settles}.`
            : `The largest open questions are equal: ${labels}. An answer to any of them would ${settles}.`,
        ...together(items),
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
      const among = it === best ? interventions : interventions.filter(({ isIdeal }) => !isIdeal);
      const equals = among.filter(({ gain }) => isEqualFigure(gain, it.gain));
      const lead = it === best ? "Most effective change" : "Best single action";
      const part = partInWords(
        coherence,
        it.gain,
        Math.min(...equals.map(({ gainLow }) => gainLow)),
        Math.max(...equals.map(({ gainHigh }) => gainHigh)),
      );
      const gain = `${it.isIdeal ? "at most " : ""}${part} points`;
      if (equals.length > 1) {
        const labels = equals.map(({ label }) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`);
        const more = labels.length > maxLosses ? [`and ${labels.length - maxLosses + 1} others`] : [];
        const list = [...labels.slice(0, labels.length > maxLosses ? maxLosses - 1 : maxLosses), ...more];
        return {
          text: `${lead}, of equal gain (${gain} each): ${list.join("; ")}.`,
          subjects: together(equals).subjects,
          evidence: [],
        };
      }
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
      .filter(({ status, weight }) => status !== "SCORED" && weight > 0)
      .map(({ name, needs, items }) => ({
        text: `${name}: ${items.length > 0 ? "not enough data" : "no data"}. It needs ${needs}.`,
        ...ofTheWhole,
      })),
};

/** Rules that explain coherence, in order of importance. To add one, write it above and add it here. */
export const coherenceRules: readonly Rule<CoherenceView>[] = [score, lowest, losses, question, intervention, unknown];
