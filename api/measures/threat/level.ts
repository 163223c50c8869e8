import { EPSILON } from "../../shared/order.ts";

/** Levels of a threat, highest first: the value from which each begins, and its word (model.md section 5). */
export const threatLevels = [
  { level: "SEVERE", from: 0.5, word: "severe" },
  { level: "HIGH", from: 0.25, word: "high" },
  { level: "MODERATE", from: 0.1, word: "moderate" },
  { level: "LOW", from: 0, word: "low" },
] as const;

export type ThreatLevel = (typeof threatLevels)[number]["level"];

const rowOf = (threat: number) => threatLevels.find(({ from }) => threat >= from - EPSILON)!;

/** The level of a threat of 0..1; within 1e-12 of where a level begins, it has begun. */
export const levelOf = (threat: number): ThreatLevel => rowOf(threat).level;

/** The level of a threat as a word in a sentence. */
export const levelInWords = (threat: number): string => rowOf(threat).word;
