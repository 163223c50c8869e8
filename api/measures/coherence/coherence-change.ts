import type { RecordRef } from "../../../cypher/model/document.ts";
import { distinctPoints, points } from "../../shared/format.ts";
import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import {
  type CoherenceDimensionKind,
  type DimensionWeight,
  dimensionWeights,
  type MeasuredDimension,
  measureCoherence,
  type ScoreSummary,
  summaryOf,
} from "./coherence.ts";
import type { DimensionItem } from "./dimension.ts";

export type ItemChangeReason =
  | "ENTERED"
  | "LEFT"
  | "BECAME_KNOWN"
  | "BECAME_UNKNOWN"
  | "VALUE_CHANGED"
  | "WEIGHT_CHANGED";

/** Contribution of one item to the change of the score, −1..1; all contributions add up to it. */
export interface CoherenceItemChange {
  dimension: CoherenceDimensionKind;
  key: string;
  label: string;
  subjects: RecordRef[];
  reason: ItemChangeReason;
  /** The reason in words. */
  sentence: string;
  /** Values 0..1; null: unknown, or no such item. */
  before: number | null;
  after: number | null;
  weightBefore: number | null;
  weightAfter: number | null;
  change: number;
  /** Keys of the evidence on both days, unique and sorted. */
  evidence: string[];
}

export interface CoherenceChange {
  from: string;
  to: string;
  before: number | null;
  after: number | null;
  /** The scores of both days with their bounds and coverage. */
  scoreBefore: ScoreSummary;
  scoreAfter: ScoreSummary;
  /** after − before; null when the score of one of the days is unknown, and then there are no items. */
  change: number | null;
  /** By size of the contribution, the largest first; equal ones by dimension in table order, then key. */
  items: CoherenceItemChange[];
}

/** Σ weight and Σ weight · value of a known item; both 0 for an unknown one. */
interface Sum {
  weight: number;
  value: number;
}

const halfWay = (a: number, b: number): number => (a + b) / 2;

/** Weight of an item when it is known, 0 when it is unknown or missing. */
const counted = (item: DimensionItem | undefined): Sum =>
  item === undefined || item.value === null
    ? { weight: 0, value: 0 }
    : { weight: item.weight, value: item.weight * item.value };

function reasonOf(before: DimensionItem | undefined, after: DimensionItem | undefined): ItemChangeReason {
  if (before === undefined) return "ENTERED";
  if (after === undefined) return "LEFT";
  if (before.value === null) return "BECAME_KNOWN";
  if (after.value === null) return "BECAME_UNKNOWN";
  return before.value === after.value ? "WEIGHT_CHANGED" : "VALUE_CHANGED";
}

function sentenceOf(
  reason: ItemChangeReason,
  label: string,
  before: DimensionItem | undefined,
  after: DimensionItem | undefined,
  mean: number,
): string {
  const was = points(before?.value ?? null);
  const is = points(after?.value ?? null);
  switch (reason) {
    case "ENTERED":
      return `${label} is new, at ${is}; the average is ${points(mean)}.`;
    case "LEFT":
      return `${label} left; it scored ${was}, and the average is ${points(mean)}.`;
    case "BECAME_KNOWN":
      return `${label} became known, at ${is}; the average is ${points(mean)}.`;
    case "BECAME_UNKNOWN":
      return `${label} is no longer known; it scored ${was}, and the average is ${points(mean)}.`;
    case "WEIGHT_CHANGED":
      return `${label}, at ${is} with an average of ${points(mean)}, weighs ${(after?.weight ?? 0) > (before?.weight ?? 0) ? "more" : "less"} than before.`;
    case "VALUE_CHANGED": {
      const [from, to] = distinctPoints(before!.value!, after!.value!);
      return `${label} ${after!.value! > before!.value! ? "rose" : "fell"} from ${from} to ${to}.`;
    }
  }
}

/** Contribution of an item to the change of a dimension that is scored on both days. */
function partWithin(before: Sum, after: Sum, mean: number, meanWeight: number): number {
  return (after.value - before.value - mean * (after.weight - before.weight)) / meanWeight;
}

function itemPairs(before: MeasuredDimension, after: MeasuredDimension) {
  const then = new Map(before.items.map((item) => [item.key, item]));
  const now = new Map(after.items.map((item) => [item.key, item]));
  return [...new Set([...then.keys(), ...now.keys()])].map((key) => ({ key, was: then.get(key), is: now.get(key) }));
}

/**
 * Contribution of each item of one dimension: its sign, and the mean that it is compared with. `share` is W_d over the
 * mean of Σ W on both days, `overall` the mean of both overall scores.
 */
function partOf(before: MeasuredDimension, after: MeasuredDimension, share: number, overall: number) {
  const isScored = [before, after].map((it) => it.status === "SCORED");
  if (isScored[0] && isScored[1]) {
    const mean = halfWay(before.score!, after.score!);
    const meanWeight = halfWay(before.knownWeight, after.knownWeight);
    return { mean, part: (then: Sum, now: Sum) => share * partWithin(then, now, mean, meanWeight) };
  }
  // Scored on one day only: the dimension is added (or removed) as a whole, each item by its distance from the mean.
  const knownWeight = before.knownWeight + after.knownWeight;
  return {
    mean: overall,
    part: (then: Sum, now: Sum) =>
      knownWeight === 0 ? 0 : (share * (now.value - then.value - overall * (now.weight - then.weight))) / knownWeight,
  };
}

/**
 * Decomposes the difference of coherence between two days into items, without a remainder.
 * A score is a weighted mean s = Σ w·v / Σ w over the known items. With s̄ and D̄ the means of both days' s and Σ w,
 * s(to) − s(from) = Σ [Δ(w·v) − s̄·Δw] / D̄ exactly, whatever was added, removed or changed. So an unchanged item
 * contributes nothing; a value that rises adds w·Δv/D̄; an item that is added or becomes known adds w·(v − s̄)/D̄,
 * which raises the score when it is above the mean and lowers it when below; a removed one does the opposite. The
 * overall score is decomposed into dimensions in the same way (W for w, the dimension's score for v), and each
 * dimension into items; the items of a dimension that is scored on one of the days only are compared with the mean of
 * both overall scores.
 * @throws MeasureError for weights that coherence refuses
 */
export function coherenceChange(
  before: Facts,
  after: Facts,
  weights: readonly DimensionWeight[] = [],
): CoherenceChange {
  const weightOf = dimensionWeights(weights);
  const [then, now] = [measureCoherence(before, weightOf), measureCoherence(after, weightOf)];
  const whole = {
    from: before.asOf,
    to: after.asOf,
    before: then.score,
    after: now.score,
    scoreBefore: summaryOf(then),
    scoreAfter: summaryOf(now),
  };
  if (then.score === null || now.score === null) return { ...whole, change: null, items: [] };

  const overall = halfWay(then.score, now.score);
  const scoredWeight = (list: readonly MeasuredDimension[]) =>
    list.reduce((sum, it) => sum + (it.status === "SCORED" ? it.weight : 0), 0);
  const meanWeight = halfWay(scoredWeight(then.dimensions), scoredWeight(now.dimensions));
  const items = then.dimensions.flatMap((dimension, index) => {
    const other = now.dimensions[index]!;
    const { mean, part } = partOf(dimension, other, dimension.weight / meanWeight, overall);
    return itemPairs(dimension, other).flatMap(({ key, was, is }): CoherenceItemChange[] => {
      const change = part(counted(was), counted(is));
      if (Math.abs(change) <= EPSILON) return [];
      const reason = reasonOf(was, is);
      const { label, subjects } = (is ?? was)!;
      return [
        {
          dimension: dimension.kind,
          key,
          label,
          subjects,
          reason,
          sentence: sentenceOf(reason, label, was, is, mean),
          before: was?.value ?? null,
          after: is?.value ?? null,
          weightBefore: was?.weight ?? null,
          weightAfter: is?.weight ?? null,
          change,
          evidence: [...new Set([...(was?.evidence ?? []), ...(is?.evidence ?? [])])].sort(compareText),
        },
      ];
    });
  });
  const order = new Map(then.dimensions.map(({ kind }, index) => [kind, index]));
  return {
    ...whole,
    change: now.score - then.score,
    items: highestFirst(
      items,
      ({ change }) => Math.abs(change),
      (a, b) => order.get(a.dimension)! - order.get(b.dimension)! || compareText(a.key, b.key),
    ),
  };
}
