import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { createMemo } from "../../shared/memo.ts";
import { factsOverTime } from "../../time/facts-over-time.ts";
import { recordBy } from "../scoring/record-by.ts";
import { eventsBetween } from "../timeline/events-between.ts";
import { type Period, type Step, stepDates } from "../timeline/steps.ts";
import { type TimelineEvent, timelineEvents } from "../timeline/timeline.ts";
import {
  type Coherence,
  type CoherenceDimension,
  type DimensionWeight,
  dimensionWeights,
  type MemoByDimension,
  measureCoherence,
} from "./coherence.ts";
import { dimensions } from "./dimensions.ts";

export type DimensionPoint = Pick<
  CoherenceDimension,
  "kind" | "status" | "weight" | "score" | "low" | "high" | "coverage" | "isIndicative"
>;

/** Coherence on one day of a trend, with the events since the previous point (none at the first). */
export interface CoherencePoint
  extends Pick<Coherence, "score" | "low" | "high" | "coverage" | "isIndicative" | "lowest"> {
  date: string;
  /** All of them, in table order. */
  dimensions: DimensionPoint[];
  events: TimelineEvent[];
}

interface CoherenceTrendOptions {
  minConfidence?: number;
  weights?: readonly DimensionWeight[];
}

/** New memos, one for each dimension, for the days of one document. */
export const memoByDimension = (): MemoByDimension => recordBy(dimensions, createMemo);

/**
 * Coherence on each day of a period, step by step: the same as coherence on every one, in a fraction of the time.
 * @throws MeasureError for an impossible period, more than 400 points, and what coherence refuses
 */
export function coherenceTrend(
  document: EcosystemDocument,
  period: Period & { step: Step },
  { minConfidence = 0, weights = [] }: CoherenceTrendOptions = {},
): CoherencePoint[] {
  const dates = stepDates(period, period.step);
  const weightOf = dimensionWeights(weights);
  const factsOn = factsOverTime(document, minConfidence);
  const memo = memoByDimension();
  const events = eventsBetween(timelineEvents(document, minConfidence, period), dates);
  return dates.map((date, index) => {
    const {
      score,
      low,
      high,
      coverage,
      isIndicative,
      lowest,
      dimensions: measured,
    } = measureCoherence(factsOn(date), weightOf, { memo });
    return {
      date,
      score,
      low,
      high,
      coverage,
      isIndicative,
      lowest,
      dimensions: measured.map(({ kind, status, weight, score, low, high, coverage, isIndicative }) => ({
        kind,
        status,
        weight,
        score,
        low,
        high,
        coverage,
        isIndicative,
      })),
      events: events[index]!,
    };
  });
}
