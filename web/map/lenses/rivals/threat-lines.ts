import type { ThreatLevelBound, ThreatRow, TypicalRival } from "../../model/facts.graphql.ts";

type FactorKind = ThreatRow["factors"][number]["kind"];

/** A factor of contact, 0..1; null when it is unknown. */
export const factorOf = (row: ThreatRow, kind: FactorKind): number | null =>
  row.factors.find((entry) => entry.kind === kind)?.value ?? null;

/**
 * Overlap at which a typical rival has this threat, given its market commonality: the linear model solved for overlap,
 * so the line is exact. Values below 0 or above 1 are outside the plot; null where overlap does not count.
 */
export const overlapFor = (
  threat: number,
  marketCommonality: number,
  { base, perOverlap, perMarketCommonality }: TypicalRival,
): number | null => (perOverlap === 0 ? null : (threat - base - perMarketCommonality * marketCommonality) / perOverlap);

/** Round threats, for contour lines between the thresholds of the levels. */
const roundThreats = [0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75];

/** Levels whose threshold is within the plot; the lowest has none. */
export const levelsWithLine = (levels: readonly ThreatLevelBound[]): ThreatLevelBound[] =>
  levels.filter(({ from }) => from > 0);

/** Threats with a contour line: round ones, and the thresholds of the levels. */
export const lineThreats = (levels: readonly ThreatLevelBound[]): number[] =>
  [...new Set([...roundThreats, ...levelsWithLine(levels).map(({ from }) => from)])].sort((a, b) => a - b);
