import type { Memo } from "../../shared/memo.ts";
import { compareText, EPSILON, highestFirst, isEqualFigure } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { recordBy } from "../scoring/record-by.ts";
import { readWeights } from "../scoring/weights.ts";
import type { Dimension, DimensionItem } from "./dimension.ts";
import { type CoherenceDimensionKind, dimensions } from "./dimensions.ts";

export type { CoherenceDimensionKind } from "./dimensions.ts";

/** UNKNOWN: no item is known, or there are no items. */
export type DimensionStatus = "SCORED" | "UNKNOWN";

/** Coverage below which a score is indicative: it is never shown without saying how little is known. */
const ENOUGH_KNOWN = 0.5;

/** Weight of a dimension among the others: 0 leaves it out; its default when not given. */
export interface DimensionWeight {
  dimension: CoherenceDimensionKind;
  weight: number;
}

/**
 * loss: what the item costs the overall score; null when its value is unknown. All losses add up to 1 − score.
 * Bounds: from its part of all weight at its upper bound, which is what it costs once everything is known, to its part of
 * the known weight at its lower bound.
 */
export interface CoherenceItem extends DimensionItem {
  loss: number | null;
  lossLow: number | null;
  lossHigh: number | null;
}

/** A score with what its reader must know of it: a summary of coherence, or of one of its dimensions. */
export interface ScoreSummary {
  score: number | null;
  low: number;
  high: number;
  coverage: number;
  /** Indicative: coverage is below one half. */
  isIndicative: boolean;
}

export const summaryOf = ({ score, low, high, coverage, isIndicative }: ScoreSummary): ScoreSummary => ({
  score,
  low,
  high,
  coverage,
  isIndicative,
});

export interface CoherenceDimension
  extends ScoreSummary,
    Pick<Dimension<CoherenceDimensionKind>, "kind" | "name" | "question" | "needs" | "defaultWeight"> {
  status: DimensionStatus;
  weight: number;
  /** By loss, highest first; unknown last. */
  items: CoherenceItem[];
}

/** Coherence of the ecosystem, 0..1, with its bounds and the share of weight that is known. */
export interface Coherence extends ScoreSummary {
  asOf: string;
  minConfidence: number;
  /** The first of lowestDimensions. */
  lowest: CoherenceDimensionKind | null;
  /** Those that share the lowest score, in table order. */
  lowestDimensions: CoherenceDimensionKind[];
  /** All of them, in table order. */
  dimensions: CoherenceDimension[];
}

/** A dimension with its items, before losses are computed; knownWeight is Σ w over its known items. */
export type MeasuredDimension = Omit<CoherenceDimension, "items"> & { items: DimensionItem[]; knownWeight: number };

/** Replaces an item by an assumed one, for scenarios. */
export type Supposition = (dimension: CoherenceDimensionKind, item: DimensionItem) => DimensionItem;

/** How the items of a dimension are computed: from a memo, or with assumed values. */
interface ItemOptions {
  memo?: Memo | undefined;
  suppose?: Supposition | undefined;
}

const isTooLittle = (coverage: number): boolean => coverage < ENOUGH_KNOWN - EPSILON;

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
  const isEmpty = items.length === 0;
  const coverage = isEmpty ? 0 : total.known / total.weight;
  return {
    kind,
    name,
    question,
    needs,
    defaultWeight,
    status: total.known > 0 ? "SCORED" : "UNKNOWN",
    weight,
    score: total.known > 0 ? total.value / total.known : null,
    low: isEmpty ? 0 : total.low / total.weight,
    high: isEmpty ? 1 : total.high / total.weight,
    coverage,
    isIndicative: isTooLittle(coverage),
    items,
    knownWeight: total.known,
  };
}

/** Mean of a figure, weighted by dimension; null when all weights are 0. */
function weightedMean(list: readonly MeasuredDimension[], pick: (it: MeasuredDimension) => number): number | null {
  let sum = 0;
  let weights = 0;
  for (const it of list) {
    sum += it.weight * pick(it);
    weights += it.weight;
  }
  return weights > 0 ? sum / weights : null;
}

/** The dimensions with the lowest score, in table order, of those with a weight; an average can hide them. */
export function lowestDimensions<D extends Pick<MeasuredDimension, "score" | "weight">>(list: readonly D[]): D[] {
  const counted = list.filter(({ score, weight }) => score !== null && weight > 0);
  const least = Math.min(...counted.map(({ score }) => score!));
  return counted.filter(({ score }) => isEqualFigure(score!, least));
}

/** All dimension weights, with defaults for those not given. */
export function dimensionWeights(weights: readonly DimensionWeight[]): Record<CoherenceDimensionKind, number> {
  const defaults = recordBy(dimensions, ({ defaultWeight }) => defaultWeight);
  return readWeights(
    "dimension",
    defaults,
    weights.map(({ dimension, weight }) => ({ name: dimension, weight })),
  );
}

/** Coherence before losses are computed: sufficient for a trend. */
interface MeasuredCoherence extends Omit<Coherence, "dimensions"> {
  dimensions: MeasuredDimension[];
}

/** A memo for each dimension, to measure many days of one document. */
export type MemoByDimension = Readonly<Record<CoherenceDimensionKind, Memo>>;

/**
 * All dimensions, and their weighted mean.
 * @param memo to measure many days of one document: items that are the same as on the day before are not computed again
 */
export function measureCoherence(
  facts: Facts,
  weightOf: Readonly<Record<CoherenceDimensionKind, number>>,
  { memo, suppose }: { memo?: MemoByDimension; suppose?: Supposition | undefined } = {},
): MeasuredCoherence {
  const measured = dimensions.map((dimension) =>
    measure(dimension, facts, weightOf[dimension.kind], { memo: memo?.[dimension.kind], suppose }),
  );
  const scored = measured.filter(({ status }) => status === "SCORED");
  // Weights that are all 0 are refused, so that the mean over all dimensions exists.
  const overAll = (pick: (it: MeasuredDimension) => number) => weightedMean(measured, pick)!;
  const coverage = overAll((it) => it.coverage);
  const lowest = lowestDimensions(measured).map(({ kind }) => kind);
  return {
    score: weightedMean(scored, (it) => it.score!),
    low: overAll((it) => it.low),
    high: overAll((it) => it.high),
    coverage,
    isIndicative: isTooLittle(coverage),
    asOf: facts.asOf,
    minConfidence: facts.minConfidence,
    lowest: lowest[0] ?? null,
    lowestDimensions: lowest,
    dimensions: measured,
  };
}

/** Written field by field, which makes thousands of items several times as fast as copying and extending them. */
function withLoss(
  { key, label, subjects, value, low, high, weight, evidence }: DimensionItem,
  ofKnown: number | null,
  ofAll: number,
): CoherenceItem {
  const isKnown = value !== null && ofKnown !== null;
  const loss = isKnown ? ofKnown * weight * (1 - value) : null;
  const lossLow = loss === null ? null : Math.min(loss, ofAll * weight * (1 - high));
  const lossHigh = loss === null ? null : Math.max(loss, ofKnown! * weight * (1 - low));
  return { key, label, subjects, value, low, high, weight, evidence, loss, lossLow, lossHigh };
}

/**
 * Coherence of the ecosystem: its dimensions, each a list of items, and their weighted mean. Scores are null where
 * nothing is known, never 0. Source: docs/model.md, section 4.
 * @throws MeasureError for a negative, duplicate or unknown weight, and when all weights are 0
 */
export function coherence(facts: Facts, weights: readonly DimensionWeight[] = [], suppose?: Supposition): Coherence {
  const { dimensions: measured, ...whole } = measureCoherence(facts, dimensionWeights(weights), { suppose });
  const scoredWeight = measured.reduce((sum, it) => sum + (it.status === "SCORED" ? it.weight : 0), 0);
  const allWeight = measured.reduce((sum, it) => sum + it.weight, 0);
  return {
    ...whole,
    dimensions: measured.map(({ knownWeight, items, ...rest }) => {
      // What one unit of an item's weight is worth of the overall score, among what is known and among everything.
      const ofKnown = scoredWeight === 0 || knownWeight === 0 ? null : rest.weight / scoredWeight / knownWeight;
      const itemWeight = items.reduce((sum, item) => sum + item.weight, 0);
      const ofAll = itemWeight === 0 ? 0 : rest.weight / allWeight / itemWeight;
      return {
        ...rest,
        items: highestFirst(
          items.map((item) => withLoss(item, ofKnown, ofAll)),
          (item) => item.loss,
          (a, b) => compareText(a.key, b.key),
        ),
      };
    }),
  };
}
