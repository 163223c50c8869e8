import type { ThreatLevel } from "../../../graphql/schema-types.ts";
import { factorWeights, levelStarts } from "../../../shared/words.ts";
import type { ThreatRow } from "../../model/facts.graphql.ts";

type FactorKind = ThreatRow["factors"][number]["kind"];

/** What the factors of contact weigh: the map asks for threats with the defaults. */
const weights: Readonly<Record<FactorKind, number>> = factorWeights;
/** The factors that the two axes show. */
const onAxes: readonly FactorKind[] = ["OVERLAP", "MARKET_COMMONALITY"];

/** A factor of contact, 0..1; null when it is unknown. */
export const factorOf = (row: ThreatRow, kind: FactorKind): number | null =>
  row.factors.find((entry) => entry.kind === kind)?.value ?? null;

/** What some factors make of contact, 0..1; the weights add up to 1, and an unknown factor adds nothing. */
const contactOf = ({ factors }: ThreatRow, counts: (kind: FactorKind) => boolean = () => true): number =>
  factors.reduce((sum, { kind, value }) => sum + (counts(kind) ? weights[kind] * (value ?? 0) : 0), 0);

/** The part of contact that entry barrier and ties leave of it, 0.25..1; null without contact. */
export function dampingOf(row: ThreatRow): number | null {
  const contact = contactOf(row);
  return contact ? row.threat / contact : null;
}

/** What of a threat the two axes do not show. */
export interface Typical {
  /** What the factors that are on no axis make of contact, 0..1. */
  others: number;
  /** The part of contact that is left of it, 0..1. */
  damping: number;
}

/** The medians of those who are drawn: the rival that the lines of equal threat are for. Null when there is nobody. */
export function typicalOf(rows: readonly ThreatRow[]): Typical | null {
  const others = median(rows.map((row) => contactOf(row, (kind) => !onAxes.includes(kind))));
  const damping = median(rows.flatMap((row) => dampingOf(row) ?? []));
  return others === null || damping === null || damping === 0 ? null : { others, damping };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * The overlap at which a rival with the typical other factors and damping makes this threat, given its market
 * commonality: the formula of section 5 turned round, so the line is exact. Below 0 or above 1 nobody stands there.
 */
export const overlapFor = (threat: number, marketCommonality: number, { others, damping }: Typical): number =>
  (threat / damping - weights.MARKET_COMMONALITY * marketCommonality - others) / weights.OVERLAP;

/** Where a threat becomes moderate, high and severe, 0..1, lowest first. */
export const levelsFrom = (Object.keys(levelStarts) as ThreatLevel[])
  .map((level) => ({ level, from: levelStarts[level] / 100 }))
  .filter(({ from }) => from > 0);

/** Threats that lines are drawn for: round ones, the levels among them. */
export const lineThreats = [0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75];
