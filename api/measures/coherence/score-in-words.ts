import { finePoints, percent, points } from "../../shared/format.ts";
import type { ScoreSummary } from "./coherence.ts";

/** Two figures of 0..1 as a range in points; one number where both are shown alike. */
export function rangeInWords(low: number, high: number, format: (figure: number) => string = points): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from}–${to}`;
}

/**
 * A score in words: of one that is indicative the range first, and how little is known, never the number alone.
 * @param format how a score that may stand alone is written
 */
export function scoreInWords(
  { score, low, high, coverage, isIndicative }: ScoreSummary,
  format: (score: number) => string = points,
): string {
  if (score === null) return "unknown";
  return isIndicative ? `${rangeInWords(low, high)} (too little is known: ${percent(coverage)})` : format(score);
}

/** A loss or a gain in points: where the score is indicative as a range. */
export const partInWords = (
  { isIndicative }: Pick<ScoreSummary, "isIndicative">,
  part: number,
  low: number,
  high: number,
): string => (isIndicative ? rangeInWords(low, high, finePoints) : finePoints(part));
