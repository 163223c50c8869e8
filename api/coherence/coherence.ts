import type { Facts } from "../facts/facts.ts";
import { compareText, highestFirst, TIE } from "../scoring/order.ts";
import { readWeights } from "../scoring/weights.ts";
import type { CoherenceDimensionKind, Dimension, DimensionItem } from "./dimension.ts";
import { dimensions } from "./dimensions.ts";

export type { CoherenceDimensionKind } from "./dimension.ts";

export type DimensionStatus = "SCORED" | "UNKNOWN" | "NOT_APPLICABLE";

/** How much a dimension counts against the others: 0 leaves it out, 1 when not said. */
export interface DimensionWeight {
  dimension: CoherenceDimensionKind;
  weight: number;
}

/** loss: what the item costs the overall score; null when its value is unknown. All losses add up to 1 − score. */
export interface CoherenceItem extends DimensionItem {
  loss: number | null;
}

export interface CoherenceDimension {
  kind: CoherenceDimensionKind;
  question: string;
  needs: string;
  status: DimensionStatus;
  weight: number;
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
  /** By loss, highest first; unknown last. */
  items: CoherenceItem[];
}

/** How far the ecosystem fits together, 0..1, with what it could be and how much of it is known. */
export interface Coherence {
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
  asOf: string;
  minConfidence: number;
  lowest: CoherenceDimensionKind | null;
  /** All seven, in table order. */
  dimensions: CoherenceDimension[];
}

/** Takes an item for another than the facts make it: what a what-if supposes. */
export type Supposition = (dimension: CoherenceDimensionKind, item: DimensionItem) => DimensionItem;

type Measured = Omit<CoherenceDimension, "items"> & { items: DimensionItem[]; knownWeight: number };

function measure(dimension: Dimension, facts: Facts, weight: number, suppose?: Supposition): Measured {
  const read = dimension.items(facts);
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
  const { kind, question, needs } = dimension;
  const applies = items.length > 0;
  return {
    kind,
    question,
    needs,
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

function weightedMean(list: readonly Measured[], pick: (it: Measured) => number | null): number | null {
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

/** The dimension with the lowest score, of equals the first in table order; a mean can hide it. */
function lowestOf(list: readonly Measured[]): CoherenceDimensionKind | null {
  const least = Math.min(...list.flatMap((it) => (it.score === null ? [] : [it.score])));
  return list.find((it) => it.score !== null && it.score <= least + TIE)?.kind ?? null;
}

/** All dimension weights, 1 where none is given. */
export function dimensionWeights(weights: readonly DimensionWeight[]): Record<CoherenceDimensionKind, number> {
  const defaults = Object.fromEntries(dimensions.map(({ kind }) => [kind, 1])) as Record<
    CoherenceDimensionKind,
    number
  >;
  return readWeights(
    "dimension",
    defaults,
    weights.map(({ dimension, weight }) => ({ name: dimension, weight })),
  );
}

/**
 * How far the ecosystem is coherent: seven dimensions, each a list of items, and their weighted mean.
 * Scores are null where nothing is known, never 0. Source: model.md section 4.
 * @throws MeasureError for a negative, double or unknown weight, and when all weights are 0
 */
export function coherence(facts: Facts, weights: readonly DimensionWeight[] = [], suppose?: Supposition): Coherence {
  const weightOf = dimensionWeights(weights);
  const measured = dimensions.map((dimension) => measure(dimension, facts, weightOf[dimension.kind], suppose));
  const scoredWeight = measured.reduce((sum, it) => sum + (it.status === "SCORED" ? it.weight : 0), 0);
  return {
    score: weightedMean(measured, (it) => it.score),
    low: weightedMean(measured, (it) => it.low),
    high: weightedMean(measured, (it) => it.high),
    coverage: weightedMean(measured, (it) => it.coverage),
    asOf: facts.asOf,
    minConfidence: facts.minConfidence,
    lowest: lowestOf(measured),
    dimensions: measured.map(({ knownWeight, items, ...rest }) => ({
      ...rest,
      items: highestFirst(
        items.map((item) => ({
          ...item,
          loss:
            item.value === null || scoredWeight === 0
              ? null
              : (rest.weight / scoredWeight) * ((item.weight * (1 - item.value)) / knownWeight),
        })),
        (item) => item.loss,
        (a, b) => compareText(a.key, b.key),
      ),
    })),
  };
}
