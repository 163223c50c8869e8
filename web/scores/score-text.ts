import { fine, percent, points, range } from "../shared/format.ts";

/** A score with what its reader must know of it, as the API says it. */
export interface Score {
  /** 0..1, or null when unknown. */
  score: number | null | undefined;
  /** Bounds 0..1: where the score could lie given what is unknown. */
  low?: number | null | undefined;
  high?: number | null | undefined;
  /** Coverage 0..1: the share of its weight that is known. */
  coverage?: number | null | undefined;
  /** Too little is known for the score to stand alone: the API's judgement. */
  isIndicative?: boolean | undefined;
}

/** Whether the range stands for the score. */
export const isRange = ({ score, isIndicative }: Score): boolean =>
  isIndicative === true && score !== null && score !== undefined;

/** The figure alone: "59", of an indicative score its range, "41–83", and a dash when unknown. */
export const figureOf = (score: Score): string =>
  isRange(score) ? range(score.low ?? score.score!, score.high ?? score.score!) : points(score.score);

/** "too little is known: 32 %". */
export const tooLittleKnown = (coverage: number | null | undefined): string =>
  `too little is known: ${percent(coverage ?? 0)}`;

/** A score within text: "59", and of an indicative one "41–83; too little is known: 32 %". */
export const scoreText = (score: Score): string =>
  isRange(score) ? `${figureOf(score)}; ${tooLittleKnown(score.coverage)}` : figureOf(score);

/** Part of a score, in points: a loss or a gain; its range where the score is indicative. */
export const partText = (isIndicative: boolean, part: number, low: number | null, high: number | null): string =>
  isIndicative ? range(low ?? part, high ?? part, fine) : fine(part);
