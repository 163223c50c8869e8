import type { ActorRecord, CompetitorType } from "../../cypher/model/document.ts";
import type { Facts } from "../facts/facts.ts";
import { MeasureError } from "../scoring/measure-error.ts";
import { compareText, highestFirst } from "../scoring/order.ts";
import type { Reuse } from "../scoring/reuse.ts";
import { readWeights } from "../scoring/weights.ts";
import { competitorTypes, inferType, taggedTypes } from "./competitor-type.ts";
import { type DamperRow, dampers, type ThreatDamperKind } from "./dampers.ts";
import { type FactorRow, factors, type ThreatFactorKind } from "./factors.ts";
import { DEFAULT_HALF_LIFE_DAYS, type FocalView, viewFrom } from "./focal-view.ts";
import { responses } from "./responses.ts";
import { type RivalView, rivalView } from "./rival-view.ts";
import type { Explained } from "./term.ts";

export type { ThreatDamperKind } from "./dampers.ts";
export type { ThreatFactorKind } from "./factors.ts";
export type { ThreatTerm } from "./term.ts";

export type ThreatLevel = "LOW" | "MODERATE" | "HIGH" | "SEVERE";
export type TypeSource = "INFERRED" | "TAGGED";

export interface ThreatWeight {
  factor: ThreatFactorKind;
  weight: number;
}

/** contribution: what the factor adds to the threat, null when unknown; all contributions add up to it. */
export interface ThreatFactor extends Explained {
  kind: ThreatFactorKind;
  question: string;
  /** Why it is unknown: what facts it needs; null when it is known. */
  reason: string | null;
  weight: number;
  contribution: number | null;
}

export interface ThreatDamper extends Explained {
  kind: ThreatDamperKind;
  question: string;
  /** Why it is unknown: what facts it needs; null when it is known. */
  reason: string | null;
}

/** One rival as seen from the focal firm; threat, contact and bounds 0..1. */
export interface Threat {
  rival: string;
  threat: number;
  low: number;
  high: number;
  level: ThreatLevel;
  type: CompetitorType;
  typeSource: TypeSource;
  inferredType: CompetitorType;
  tagOutdated: boolean;
  contact: number;
  factors: ThreatFactor[];
  dampers: ThreatDamper[];
  /** Keys of its moves in force, oldest first. */
  moves: string[];
}

export interface CompetitorTypeCount {
  type: CompetitorType;
  count: number;
  highest: number | null;
}

export interface ThreatAssessment {
  focal: string;
  asOf: string;
  minConfidence: number;
  halfLifeDays: number;
  rivals: Threat[];
  /** All types in the contract's order, whatever `types` and `first` leave in the list. */
  countsByType: CompetitorTypeCount[];
  unansweredMoves: string[];
  medianResponseDays: number | null;
  firstMoverShare: number | null;
}

export interface ThreatOptions {
  /** An actor's key; the ecosystem's focal actor when absent. */
  focal?: string | null;
  /** Factors not named keep their default weight. */
  weights?: readonly ThreatWeight[] | null;
  /** Days after which a move weighs half; 180 when absent. */
  halfLifeDays?: number | null;
  /** Only these types in the list of rivals; all when absent. */
  types?: readonly CompetitorType[] | null;
  /** At most this many rivals in the list. */
  first?: number | null;
}

/** Where a level begins (model.md section 5). */
const levels: readonly { level: ThreatLevel; from: number }[] = [
  { level: "SEVERE", from: 0.5 },
  { level: "HIGH", from: 0.25 },
  { level: "MODERATE", from: 0.1 },
  { level: "LOW", from: 0 },
];

/** How dangerous a threat of 0..1 is called. */
export const levelOf = (threat: number): ThreatLevel => levels.find(({ from }) => threat >= from)!.level;

/** A full damper takes away half. */
const left = (damper: number): number => 1 - damper / 2;

type FactorWeights = Record<ThreatFactorKind, number>;

function weightsFrom(given: readonly ThreatWeight[]): FactorWeights {
  const defaults = Object.fromEntries(factors.map((row) => [row.kind, row.defaultWeight])) as FactorWeights;
  return readWeights(
    "factor",
    defaults,
    given.map(({ factor, weight }) => ({ name: factor, weight })),
  );
}

function measuredOnce(row: FactorRow | DamperRow, rival: RivalView): Explained {
  const parts = row.reads(rival);
  if (parts === null) return row.measure(rival);
  return rival.focal.reuse(`${row.kind} ${rival.actor.key}`, parts, () => row.measure(rival));
}

/** A factor or damper as measured, with its question, and what it needs when it is unknown. */
function told<Kind>(row: (FactorRow | DamperRow) & { kind: Kind }, rival: RivalView) {
  const explained = measuredOnce(row, rival);
  const { kind, question, needs } = row;
  return { kind: kind as Kind, question, reason: explained.value === null ? needs : null, ...explained };
}

function assess(rival: RivalView, weights: FactorWeights, tagged: CompetitorType | undefined): Threat {
  const measured = factors.map((row) => ({ weight: weights[row.kind], ...told(row, rival) }));
  const damped = dampers.map((row) => ({ whenUnknown: row.whenUnknown, ...told(row, rival) }));
  const all = { weight: 0, known: 0, value: 0, low: 0, high: 0 };
  for (const { weight, value, low, high } of measured) {
    all.weight += weight;
    all.low += weight * low;
    all.high += weight * high;
    if (value === null) continue;
    all.known += weight;
    all.value += weight * value;
  }
  if (all.known === 0) {
    throw new MeasureError(
      "KNOWN_WEIGHTS_ZERO",
      `All that is known of "${rival.actor.key}" has weight 0; give a weight above 0 to ${measured
        .filter(({ value }) => value !== null)
        .map(({ kind }) => kind)
        .join(" or ")}.`,
    );
  }
  const damping = damped.reduce((product, it) => product * left(it.value ?? it.whenUnknown), 1);
  const contact = all.value / all.known;
  const inferredType = inferType(rival);
  const threat = contact * damping;
  return {
    rival: rival.actor.key,
    threat,
    low: (all.low / all.weight) * damped.reduce((product, it) => product * left(it.high), 1),
    high: (all.high / all.weight) * damped.reduce((product, it) => product * left(it.low), 1),
    level: levelOf(threat),
    type: tagged ?? inferredType,
    typeSource: tagged === undefined ? "INFERRED" : "TAGGED",
    inferredType,
    tagOutdated: tagged !== undefined && tagged !== inferredType,
    contact,
    factors: measured.map((factor) => ({
      ...factor,
      contribution: factor.value === null ? null : ((factor.weight * factor.value) / all.known) * damping,
    })),
    dampers: damped.map(({ whenUnknown: _, ...damper }) => damper),
    moves: [...(rival.focal.facts.movesBy.get(rival.actor.key) ?? [])]
      .sort((a, b) => compareText(a.date, b.date) || compareText(a.key, b.key))
      .map((move) => move.key),
  };
}

/**
 * One actor as a rival of the focal firm, threat 0 when there is no contact; null on a day on which it is not in force
 * or no rival can be: of the same owner, a mere standards body, or the focal firm itself.
 * @throws MeasureError as threats does
 */
export function threatOf(facts: Facts, rival: string, options: ThreatOptions = {}): Threat | null {
  const weights = weightsFrom(options.weights ?? []);
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS);
  const actor = facts.actors.get(rival);
  if (actor === undefined || !couldRival(view, actor)) return null;
  return assess(rivalView(view, actor), weights, taggedTypes(facts, view.focal).get(rival));
}

/** Who could be a rival: not the focal firm, no mere standards body, and not of the same owner as it directly. */
function couldRival(view: FocalView, actor: ActorRecord): boolean {
  if (actor.key === view.focal || actor.kinds.every((kind) => kind === "STANDARDS_BODY")) return false;
  return !(view.facts.alliances.get(view.focal)?.get(actor.key) ?? []).some((relation) => relation.type === "OWNS");
}

function countByType(threats: readonly Threat[]): CompetitorTypeCount[] {
  return competitorTypes.map((type) => {
    const ofType = threats.filter((threat) => threat.type === type);
    return { type, count: ofType.length, highest: ofType[0]?.threat ?? null };
  });
}

/**
 * Rivals of a focal firm by how much they threaten it: contact, damped by entry barriers and ties in the ecosystem.
 * Source: model.md section 5.
 * @param reuse to measure the same ecosystem on many days: what is the same as on the day before is not measured again
 * @throws MeasureError for a focal actor that is unknown or has no position, a half-life that is not above 0, a
 * negative, double or unknown weight, weights that are all 0 or 0 for all that is known of a rival
 */
export function threats(facts: Facts, options: ThreatOptions = {}, reuse?: Reuse): ThreatAssessment {
  const weights = weightsFrom(options.weights ?? []);
  const first = options.first ?? Number.POSITIVE_INFINITY;
  if (!(first >= 0)) throw new MeasureError("BAD_FIRST", `first is ${options.first}; it must be 0 or more.`);
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS, reuse);
  const tags = taggedTypes(facts, view.focal);

  const assessed = [...facts.actors.values()]
    .filter((actor) => couldRival(view, actor))
    .map((actor) => rivalView(view, actor))
    .map((rival) => ({ rival, threat: assess(rival, weights, tags.get(rival.actor.key)) }))
    .filter(({ threat }) => threat.threat > 0);
  const listed = highestFirst(
    assessed.map(({ threat }) => threat),
    ({ threat }) => threat,
    (a, b) => compareText(a.rival, b.rival),
  );
  const { types } = options;
  return {
    focal: view.focal,
    asOf: facts.asOf,
    minConfidence: facts.minConfidence,
    halfLifeDays: view.halfLifeDays,
    rivals: listed.filter((threat) => !types || types.includes(threat.type)).slice(0, first),
    countsByType: countByType(listed),
    ...responses(
      view,
      assessed.map(({ rival }) => rival),
    ),
  };
}
