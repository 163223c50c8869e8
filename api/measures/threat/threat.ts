import type { CompetitorType } from "../../../cypher/model/document.ts";
import { points } from "../../shared/format.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { compareText } from "../../shared/order.ts";
import { actorName, type Facts } from "../../time/facts.ts";
import { groupsOf } from "../position/groups.ts";
import { competitorTypes, taggedTypes } from "./competitor-type.ts";
import { type Damper, shareLeft } from "./damper.ts";
import { dampers, type ThreatDamperKind } from "./dampers.ts";
import type { Factor } from "./factor.ts";
import { factors, type ThreatFactorKind } from "./factors.ts";
import { type FactorWeights, factorWeights, figuresOf, type ThreatFigures } from "./figures.ts";
import { DEFAULT_HALF_LIFE_DAYS, viewFrom } from "./focal-view.ts";
import { levelOf, levelsInWords, type ThreatLevel } from "./level.ts";
import { type RankedThreat, rankThreats, type ThreatOptions, whyNoRival } from "./ranking.ts";
import { type CountedMove, responses } from "./responses.ts";
import { rivalView } from "./rival-view.ts";
import type { Explained } from "./term.ts";
import { type TypicalRival, typicalRival } from "./typical-rival.ts";

export type { ThreatDamperKind } from "./dampers.ts";
export type { ThreatFactorKind } from "./factors.ts";
export type { ThreatWeight } from "./figures.ts";
export { levelOf, type ThreatLevel } from "./level.ts";
export type { RankedThreat, ThreatOptions } from "./ranking.ts";
export type { ThreatTerm } from "./term.ts";

export type TypeSource = "INFERRED" | "TAGGED";

/** Where a competitor type comes from, by the analyst's tag if there is one. */
export const typeSourceOf = (tagged: CompetitorType | undefined): TypeSource =>
  tagged === undefined ? "INFERRED" : "TAGGED";

/** contribution: the part that the factor adds to the threat, null when unknown; all contributions add up to it. */
export interface ThreatFactor
  extends Explained,
    Pick<Factor<ThreatFactorKind>, "kind" | "name" | "question" | "defaultWeight"> {
  /** Reason for an unknown value: the facts that it requires; null when it is known. */
  reason: string | null;
  weight: number;
  contribution: number | null;
}

export interface ThreatDamper extends Explained, Pick<Damper<ThreatDamperKind>, "kind" | "name" | "question"> {
  /** Share of contact that it leaves, 0.5..1; an unknown one counts as its file says. */
  multiplier: number;
  /** Reason for an unknown value: the facts that it requires; null when it is known. */
  reason: string | null;
}

/** One rival as seen from the focal firm; threat, contact and bounds 0..1. */
export interface Threat {
  rival: string;
  /** One more than the number of rivals with a higher threat: ties share a rank. */
  rank: number;
  /** The head of its group; null when it is alone. */
  group: string | null;
  threat: number;
  low: number;
  high: number;
  level: ThreatLevel;
  /** Level of the upper bound. */
  levelAtMost: ThreatLevel;
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

/** One actor as a rival, without its rank among the others. */
export type SingleThreat = Omit<Threat, "rank">;

export interface CompetitorTypeCount {
  type: CompetitorType;
  count: number;
  highest: number | null;
}

/** The rivals that share the first rank: their threat, and what it could be of any of them. */
export interface HighestThreat extends Pick<Threat, "threat" | "low" | "high" | "level" | "levelAtMost"> {
  /** Keys, in order. */
  rivals: string[];
  /** In a sentence: none of several equals is named. */
  sentence: string;
}

export interface ThreatAssessment {
  focal: string;
  asOf: string;
  minConfidence: number;
  halfLifeDays: number;
  rivals: Threat[];
  /** Of all rivals, whatever `types` and `first` leave in the list; null when there are none. */
  highest: HighestThreat | null;
  /** All types in the contract's order, whatever `types` and `first` leave in the list. */
  countsByType: CompetitorTypeCount[];
  /** Of all rivals, regardless of `types` and `first`; null when none has known coordinates. */
  typicalRival: TypicalRival | null;
  countedMoves: CountedMove[];
  unansweredMoves: string[];
  medianResponseDays: number | null;
  firstMoverShare: number | null;
}

/** The factors with their contributions to the threat, and their terms. */
const explainedFactors = ({ rival, factors: values, allWeight, damping }: ThreatFigures, weights: FactorWeights) =>
  factors.map(({ kind, name, question, needs, defaultWeight, terms }, index): ThreatFactor => {
    const { value, low, high } = values[index]!;
    const weight = weights[kind];
    return {
      kind,
      name,
      question,
      reason: value === null ? needs : null,
      value,
      low,
      high,
      terms: value === null ? [] : terms(rival, value),
      weight,
      defaultWeight,
      contribution: value === null ? null : ((weight * value) / allWeight) * damping,
    };
  });

const explainedDampers = ({ rival, dampers: values }: ThreatFigures) =>
  dampers.map(({ kind, name, question, needs, whenUnknown, terms }, index): ThreatDamper => {
    const { value, low, high } = values[index]!;
    return {
      kind,
      name,
      question,
      reason: value === null ? needs : null,
      value,
      low,
      high,
      multiplier: shareLeft(value ?? whenUnknown),
      terms: value === null ? [] : terms(rival, value),
    };
  });

function explained(figures: ThreatFigures, weights: FactorWeights, tagged: CompetitorType | undefined): SingleThreat {
  const { rival, threat, low, high, contact, inferredType } = figures;
  return {
    rival: rival.actor.key,
    group: groupsOf(rival.focal.facts).headOf(rival.actor.key),
    threat,
    low,
    high,
    level: levelOf(threat),
    levelAtMost: levelOf(high),
    type: tagged ?? inferredType,
    typeSource: typeSourceOf(tagged),
    inferredType,
    tagOutdated: tagged !== undefined && tagged !== inferredType,
    contact,
    factors: explainedFactors(figures, weights),
    dampers: explainedDampers(figures),
    moves: [...(rival.focal.facts.movesBy.get(rival.actor.key) ?? [])]
      .sort((a, b) => compareText(a.date, b.date) || compareText(a.key, b.key))
      .map((move) => move.key),
  };
}

/**
 * One actor as a rival of the focal firm, threat 0 without contact; null when it is not in force or cannot be a rival:
 * kin of the focal firm, a pure standards body, or the focal firm itself.
 * @throws MeasureError as threats does
 */
export function threatOf(facts: Facts, rival: string, options: ThreatOptions = {}): SingleThreat | null {
  const weights = factorWeights(options.weights ?? []);
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS);
  const actor = facts.actors.get(rival);
  if (actor === undefined || whyNoRival(view, actor) !== null) return null;
  return explained(figuresOf(rivalView(view, actor), weights), weights, taggedTypes(facts, view.focal).get(rival));
}

function highestOf(facts: Facts, ranked: readonly RankedThreat[]): HighestThreat | null {
  const [first, ...rest] = ranked.filter(({ rank }) => rank === 1).map(({ figures }) => figures);
  if (first === undefined) return null;
  const all = [first, ...rest];
  const { threat } = first;
  const low = Math.min(...all.map((it) => it.low));
  const high = Math.max(...all.map((it) => it.high));
  const rivals = all.map(({ rival }) => rival.actor.key);
  const who =
    rest.length === 0
      ? `${actorName(facts, rivals[0]!)} is at ${points(threat)}`
      : `${all.length} rivals are equal at ${points(threat)}`;
  return {
    rivals,
    threat,
    low,
    high,
    level: levelOf(threat),
    levelAtMost: levelOf(high),
    sentence: `${who} of 100: ${levelsInWords(threat, high)}.`,
  };
}

function countByType(ranked: readonly RankedThreat[]): CompetitorTypeCount[] {
  return competitorTypes.map((type) => {
    const ofType = ranked.filter((it) => it.type === type);
    return { type, count: ofType.length, highest: ofType[0]?.figures.threat ?? null };
  });
}

/**
 * Competitive threats: rivals of a focal firm by threat, each explained, and the firm's responses. Source:
 * docs/model.md, section 5.
 * @throws MeasureError for a focal actor that is unknown or has no position, a half-life that is not above 0, a
 * negative, duplicate or unknown weight, and weights that are all 0
 */
export function threats(facts: Facts, options: ThreatOptions = {}): ThreatAssessment {
  const { types } = options;
  const first = options.first ?? Number.POSITIVE_INFINITY;
  if (!(first >= 0)) throw new MeasureError("BAD_FIRST", `first is ${options.first}. Use 0 or more.`);
  const { view, weights, ranked } = rankThreats(facts, options);
  const listed = ranked.filter(({ type }) => !types || types.includes(type)).slice(0, first);
  return {
    focal: view.focal,
    asOf: facts.asOf,
    minConfidence: facts.minConfidence,
    halfLifeDays: view.halfLifeDays,
    rivals: listed.map(({ figures, tagged, rank }) => ({ ...explained(figures, weights, tagged), rank })),
    highest: highestOf(view.facts, ranked),
    countsByType: countByType(ranked),
    typicalRival: typicalRival(
      ranked.map(({ figures }) => figures),
      weights,
    ),
    ...responses(
      view,
      ranked.map(({ figures }) => figures.rival),
    ),
  };
}
