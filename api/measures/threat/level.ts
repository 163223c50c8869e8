import { wholePoints } from "../../shared/format.ts";

/** Levels of a threat, highest first: the points of 100 from which each begins, and its word (model.md section 5). */
export const threatLevels = [
  { level: "SEVERE", from: 50, word: "severe" },
  { level: "HIGH", from: 25, word: "high" },
  { level: "MODERATE", from: 10, word: "moderate" },
  { level: "LOW", from: 0, word: "low" },
] as const;

export type ThreatLevel = (typeof threatLevels)[number]["level"];

const rowOf = (threat: number) => threatLevels.find(({ from }) => wholePoints(threat) >= from)!;

/** The level of a threat of 0..1: that of the number as it is shown. */
export const levelOf = (threat: number): ThreatLevel => rowOf(threat).level;

/** The level of a threat as a word in a sentence. */
export const levelInWords = (threat: number): string => rowOf(threat).word;
