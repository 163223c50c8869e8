import type { CompetitorType } from "../../../cypher/model/document.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { TIE } from "../../shared/order.ts";
import type { Bounded } from "../scoring/concentration.ts";
import { readWeights } from "../scoring/weights.ts";
import { inferType } from "./competitor-type.ts";
import { type DamperRow, dampers } from "./dampers.ts";
import { type FactorRow, factors, type ThreatFactorKind } from "./factors.ts";
import type { RivalView } from "./rival-view.ts";

export type ThreatLevel = "LOW" | "MODERATE" | "HIGH" | "SEVERE";

export interface ThreatWeight {
  factor: ThreatFactorKind;
  weight: number;
}

export type FactorWeights = Record<ThreatFactorKind, number>;

/** A threat in numbers, 0..1, before it is explained: all that a ranking and a trend need. */
export interface ThreatFigures {
  rival: RivalView;
  /** In the order of the tables of factors and dampers. */
  factors: Bounded[];
  dampers: Bounded[];
  /** Σ weight of the known factors, above 0. */
  knownWeight: number;
  contact: number;
  /** What barrier and ties leave of contact. */
  damping: number;
  threat: number;
  low: number;
  high: number;
  inferredType: CompetitorType;
}

/** Where a level begins (model.md section 5). */
const levels: readonly { level: ThreatLevel; from: number }[] = [
  { level: "SEVERE", from: 0.5 },
  { level: "HIGH", from: 0.25 },
  { level: "MODERATE", from: 0.1 },
  { level: "LOW", from: 0 },
];

/** How dangerous a threat of 0..1 is called; within 1e-12 of where a level begins, it has begun. */
export const levelOf = (threat: number): ThreatLevel => levels.find(({ from }) => threat >= from - TIE)!.level;

/** Weights of all factors, the default where none is given. */
export function factorWeights(given: readonly ThreatWeight[]): FactorWeights {
  const defaults = Object.fromEntries(factors.map((row) => [row.kind, row.defaultWeight])) as FactorWeights;
  return readWeights(
    "factor",
    defaults,
    given.map(({ factor, weight }) => ({ name: factor, weight })),
  );
}

/** A full damper takes away half. */
const left = (damper: number): number => 1 - damper / 2;

function measuredOnce(row: FactorRow | DamperRow, rival: RivalView): Bounded {
  const parts = row.reads(rival);
  return parts === null ? row.measure(rival) : rival.reuse(row.kind, parts, () => row.measure(rival));
}

function requireKnownWeight(knownWeight: number, rival: RivalView, measured: readonly Bounded[]): void {
  if (knownWeight > 0) return;
  const known = factors.filter((_, index) => measured[index]!.value !== null).map(({ kind }) => kind);
  throw new MeasureError(
    "KNOWN_WEIGHTS_ZERO",
    `All that is known of "${rival.actor.key}" has weight 0; give a weight above 0 to ${known.join(" or ")}.`,
  );
}

/**
 * Contact, damped by entry barrier and ecosystem ties. Source: model.md section 5.
 * @throws MeasureError when all that is known of the rival has weight 0
 */
export function figuresOf(rival: RivalView, weights: FactorWeights): ThreatFigures {
  const ofFactors = factors.map((row) => measuredOnce(row, rival));
  const ofDampers = dampers.map((row) => measuredOnce(row, rival));
  const all = { weight: 0, known: 0, value: 0, low: 0, high: 0 };
  for (const [index, { kind }] of factors.entries()) {
    const { value, low, high } = ofFactors[index]!;
    const weight = weights[kind];
    all.weight += weight;
    all.low += weight * low;
    all.high += weight * high;
    if (value === null) continue;
    all.known += weight;
    all.value += weight * value;
  }
  requireKnownWeight(all.known, rival, ofFactors);
  const damping = { value: 1, low: 1, high: 1 };
  for (const [index, { whenUnknown }] of dampers.entries()) {
    const { value, low, high } = ofDampers[index]!;
    damping.value *= left(value ?? whenUnknown);
    damping.low *= left(high);
    damping.high *= left(low);
  }
  const contact = all.value / all.known;
  return {
    rival,
    factors: ofFactors,
    dampers: ofDampers,
    knownWeight: all.known,
    contact,
    damping: damping.value,
    threat: contact * damping.value,
    low: (all.low / all.weight) * damping.low,
    high: (all.high / all.weight) * damping.high,
    inferredType: inferType(rival),
  };
}
