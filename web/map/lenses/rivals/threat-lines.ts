import type { ThreatLevelBound, ThreatRow, TypicalRival } from "../../model/facts.graphql.ts";

type FactorKind = ThreatRow["factors"][number]["kind"];

/** A factor of contact, 0..1; null when it is unknown. */
export const factorOf = (row: ThreatRow, kind: FactorKind): number | null =>
  row.factors.find((entry) => entry.kind === kind)?.value ?? null;

/**
 * The overlap at which a typical rival makes this threat, given its market commonality: the plane turned round, so the
 * line is exact. Below 0 or above 1 nobody stands there; null where overlap does not count.
 */
export const overlapFor = (
  threat: number,
  marketCommonality: number,
  { base, perOverlap, perMarketCommonality }: TypicalRival,
): number | null => (perOverlap === 0 ? null : (threat - base - perMarketCommonality * marketCommonality) / perOverlap);

/** Round threats, for lines between those at which a level begins. */
const roundThreats = [0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75];

/** The levels that begin somewhere on the plane: the lowest has no line at which it does. */
export const levelsWithLine = (levels: readonly ThreatLevelBound[]): ThreatLevelBound[] =>
  levels.filter(({ from }) => from > 0);

/** Threats that lines are drawn for: round ones, and those at which a level begins. */
export const lineThreats = (levels: readonly ThreatLevelBound[]): number[] =>
  [...new Set([...roundThreats, ...levelsWithLine(levels).map(({ from }) => from)])].sort((a, b) => a - b);
