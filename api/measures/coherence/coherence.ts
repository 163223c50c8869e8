import type { Memo } from "../../shared/memo.ts";
import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { recordBy } from "../scoring/record-by.ts";
import { readWeights } from "../scoring/weights.ts";
import type { Dimension, DimensionItem } from "./dimension.ts";
import { type CoherenceDimensionKind, dimensions } from "./dimensions.ts";

export type { CoherenceDimensionKind } from "./dimensions.ts";

export type DimensionStatus = "SCORED" | "UNKNOWN" | "NOT_APPLICABLE";

/** Weight of a dimension among the others: 0 leaves it out; its default when not given. */
export interface DimensionWeight {
  dimension: CoherenceDimensionKind;
  weight: number;
}

/** loss: what the item costs the overall score; null when its value is unknown. All losses add up to 1 − score. */
export interface CoherenceItem extends DimensionItem {
  loss: number | null;
}

export interface CoherenceDimension
  extends Pick<Dimension<CoherenceDimensionKind>, "kind" | "name" | "question" | "needs" | "defaultWeight"> {
  status: DimensionStatus;
  weight: number;
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
  /** By loss, highest first; unknown last. */
  items: CoherenceItem[];
}

/** Coherence of the ecosystem, 0..1, with its bounds and the share of weight that is known. */
export interface Coherence {
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
  asOf: string;
  minConfidence: number;
  lowest: CoherenceDimensionKind | null;
  /** All of them, in table order. */
  dimensions: CoherenceDimension[];
}

/** A dimension with its items as they are, without their losses; knownWeight is Σ w over its known items. */
export type MeasuredDimension = Omit<CoherenceDimension, "items"> & { items: DimensionItem[]; knownWeight: number };

/** Replaces an item of the facts by a supposed one, for what-if scenarios. */
export type Supposition = (dimension: CoherenceDimensionKind, item: DimensionItem) => DimensionItem;

/** How the items of a dimension are computed: from a memo where nothing changed, or with supposed values. */
interface ItemOptions {
  memo?: Memo | undefined;
  suppose?: Supposition | undefined;
}

function measure(
  dimension: Dimension<CoherenceDimensionKind>,
  facts: Facts,
  weight: number,
  { memo, suppose }: ItemOptions,
): MeasuredDimension {
  const read = dimension.items(facts, memo);
  const items = suppose ? read.map((item) => suppose(dimension.kind, item)) : read;
  const total = { weight: 0, known: 0, value: 0, low: 0, high: 0 };
  for (const item of items) {
    total.weight += item.weight;
    total.low += item.weight * item.low;
    total.high += item.weight * item.high;
    if (item.value === null) continue;
    total.known += item.weight;
    total.value += item.weight * item.value;
  }
  const { kind, name, question, needs, defaultWeight } = dimension;
  const applies = items.length > 0;
  return {
    kind,
    name,
    question,
    needs,
    defaultWeight,
    status: !applies ? "NOT_APPLICABLE" : total.known > 0 ? "SCORED" : "UNKNOWN",
    weight,
    score: total.known > 0 ? total.value / total.known : null,
    low: applies ? total.low / total.weight : null,
    high: applies ? total.high / total.weight : null,
    coverage: applies ? total.known / total.weight : null,
    items,
    knownWeight: total.known,
  };
}

function weightedMean(
  list: readonly MeasuredDimension[],
  pick: (it: MeasuredDimension) => number | null,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const it of list) {
    const value = pick(it);
    if (value === null) continue;
    sum += it.weight * value;
    weights += it.weight;
  }
  return weights > 0 ? sum / weights : null;
}

/** The dimension with the lowest score, of equals the first in table order; an average can hide it. */
function lowestOf(list: readonly MeasuredDimension[]): CoherenceDimensionKind | null {
  const least = Math.min(...list.flatMap((it) => (it.score === null ? [] : [it.score])));
  return list.find((it) => it.score !== null && it.score <= least + EPSILON)?.kind ?? null;
}

/** All dimension weights, the default where none is given. */
export function dimensionWeights(weights: readonly DimensionWeight[]): Record<CoherenceDimensionKind, number> {
  const defaults = recordBy(dimensions, ({ defaultWeight }) => defaultWeight);
  return readWeights(
    "dimension",
    defaults,
    weights.map(({ dimension, weight }) => ({ name: dimension, weight })),
  );
}

/** Coherence before its items are weighed against one another: what a trend needs. */
interface MeasuredCoherence extends Omit<Coherence, "dimensions"> {
  dimensions: MeasuredDimension[];
}

/** A memo for each dimension, to measure many days of one document. */
export type MemoByDimension = Readonly<Record<CoherenceDimensionKind, Memo>>;

/**
 * All dimensions measured, and their weighted mean.
 * @param memo to measure many days of one document: what is the same as on the day before is not measured again
 */
export function measureCoherence(
  facts: Facts,
  weightOf: Readonly<Record<CoherenceDimensionKind, number>>,
  { memo, suppose }: { memo?: MemoByDimension; suppose?: Supposition | undefined } = {},
): MeasuredCoherence {
  const measured = dimensions.map((dimension) =>
    measure(dimension, facts, weightOf[dimension.kind], { memo: memo?.[dimension.kind], suppose }),
  );
  return {
    score: weightedMean(measured, (it) => it.score),
    low: weightedMean(measured, (it) => it.low),
    high: weightedMean(measured, (it) => it.high),
    coverage: weightedMean(measured, (it) => it.coverage),
    asOf: facts.asOf,
    minConfidence: facts.minConfidence,
    lowest: lowestOf(measured),
    dimensions: measured,
  };
}

/** Written field by field, which makes thousands of items several times as fast as copying and extending them. */
const withLoss = (
  { key, label, subjects, value, low, high, weight, evidence }: DimensionItem,
  loss: number | null,
): CoherenceItem => ({ key, label, subjects, value, low, high, weight, evidence, loss });

/**
 * How far the ecosystem is coherent: its dimensions, each a list of items, and their weighted mean.
 * Scores are null where nothing is known, never 0. Source: model.md section 4.
 * @throws MeasureError for a negative, double or unknown weight, and when all weights are 0
 */
export function coherence(facts: Facts, weights: readonly DimensionWeight[] = [], suppose?: Supposition): Coherence {
  const { dimensions: measured, ...whole } = measureCoherence(facts, dimensionWeights(weights), { suppose });
  const scoredWeight = measured.reduce((sum, it) => sum + (it.status === "SCORED" ? it.weight : 0), 0);
  return {
    ...whole,
    dimensions: measured.map(({ knownWeight, items, ...rest }) => ({
      ...rest,
      items: highestFirst(
        items.map((item) =>
          withLoss(
            item,
            item.value === null || scoredWeight === 0
              ? null
              : (rest.weight / scoredWeight) * ((item.weight * (1 - item.value)) / knownWeight),
          ),
        ),
        (item) => item.loss,
        (a, b) => compareText(a.key, b.key),
      ),
    })),
  };
}
