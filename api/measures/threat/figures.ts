import type { CompetitorType } from "../../../cypher/model/document.ts";
import type { Bounded } from "../scoring/concentration.ts";
import { recordBy } from "../scoring/record-by.ts";
import { readWeights } from "../scoring/weights.ts";
import { inferType } from "./competitor-type.ts";
import { shareLeft } from "./damper.ts";
import { dampers } from "./dampers.ts";
import { factors, type ThreatFactorKind } from "./factors.ts";
import type { ThreatPart } from "./part.ts";
import type { RivalView } from "./rival-view.ts";

export interface ThreatWeight {
  factor: ThreatFactorKind;
  weight: number;
}

export type FactorWeights = Record<ThreatFactorKind, number>;

/** Figures of a threat, 0..1, without its explanation: sufficient for a ranking or a trend. */
export interface ThreatFigures {
  rival: RivalView;
  /** In the order of the tables of factors and dampers. */
  factors: Bounded[];
  dampers: Bounded[];
  /** Σ weight of all factors, above 0. */
  allWeight: number;
  contact: number;
  /** Share of contact that the dampers leave. */
  damping: number;
  threat: number;
  low: number;
  high: number;
  inferredType: CompetitorType;
}

/** Weights of all factors, with defaults for those not given. */
export function factorWeights(given: readonly ThreatWeight[]): FactorWeights {
  const defaults = recordBy(factors, ({ defaultWeight }) => defaultWeight);
  return readWeights(
    "factor",
    defaults,
    given.map(({ factor, weight }) => ({ name: factor, weight })),
  );
}

function measuredOnce(part: ThreatPart, rival: RivalView): Bounded {
  const inputs = part.inputs(rival);
  return inputs === null ? part.measure(rival) : rival.memo(part.kind, inputs, () => part.measure(rival));
}

/**
 * Contact, damped by entry barrier and ecosystem ties: what the facts show, so an unknown factor adds nothing. Source:
 * docs/model.md, section 5.
 */
export function figuresOf(rival: RivalView, weights: FactorWeights): ThreatFigures {
  const ofFactors = factors.map((part) => measuredOnce(part, rival));
  const ofDampers = dampers.map((part) => measuredOnce(part, rival));
  const all = { weight: 0, value: 0, low: 0, high: 0 };
  for (const [index, { kind }] of factors.entries()) {
    const { value, low, high } = ofFactors[index]!;
    const weight = weights[kind];
    all.weight += weight;
    all.low += weight * low;
    all.high += weight * high;
    all.value += weight * (value ?? 0);
  }
  const damping = { value: 1, low: 1, high: 1 };
  for (const [index, { whenUnknown }] of dampers.entries()) {
    const { value, low, high } = ofDampers[index]!;
    damping.value *= shareLeft(value ?? whenUnknown);
    damping.low *= shareLeft(high);
    damping.high *= shareLeft(low);
  }
  const contact = all.value / all.weight;
  return {
    rival,
    factors: ofFactors,
    dampers: ofDampers,
    allWeight: all.weight,
    contact,
    damping: damping.value,
    threat: contact * damping.value,
    low: (all.low / all.weight) * damping.low,
    high: (all.high / all.weight) * damping.high,
    inferredType: inferType(rival),
  };
}
