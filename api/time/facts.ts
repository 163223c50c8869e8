import type {
  ActivityRecord,
  ActorCapabilityRecord,
  ActorRecord,
  AdoptionRecord,
  AgreementRecord,
  ClaimRecord,
  ControlSystemRecord,
  InitiativeRecord,
  InstallationRecord,
  InterfaceRecord,
  MoveRecord,
  OfferingRecord,
  ProfileRecord,
  RelationRecord,
  ResponseRecord,
  StanceRecord,
  StandardRecord,
  TagRecord,
  TopicRecord,
} from "../../cypher/model/document.ts";
import type { ConfidenceOf } from "./confidence.ts";

/** An activity with defaults for absent fields: required true, importance 3. */
export type ActivityFact = ActivityRecord & { required: boolean; importance: number };

/** A move with its impact (3 when absent) and its activities in force. */
export type MoveFact = MoveRecord & { impact: number; activities: string[] };

/** An activity with its defaults. */
export const activityFact = (activity: ActivityRecord): ActivityFact => ({
  ...activity,
  required: activity.required ?? true,
  importance: activity.importance ?? 3,
});

/** A move with its defaults and its activities in force. */
export const moveFact = (move: MoveRecord, activities: string[]): MoveFact => ({
  ...move,
  impact: move.impact ?? 3,
  activities,
});

/** An offering with the activities in force that it lists. */
export type OfferingFact = OfferingRecord & { activities: string[] };

/** An interface with the candidates in force. */
export type InterfaceFact = InterfaceRecord & { candidates: string[] };

/** Relations that have no direction, by either end, then the other end. */
export type RelationsByEnds = ReadonlyMap<string, ReadonlyMap<string, readonly RelationRecord[]>>;

/** An offering with the activities in force that it lists, each once. */
export const offeringFact = (offering: OfferingRecord, activities: string[]): OfferingFact => ({
  ...offering,
  activities: [...new Set(activities)],
});

/**
 * The facts of an ecosystem in force on one day, indexed for the measures; `standards` carry their status of that day.
 * Lists and maps are in code-point order of their keys, so that the order of a document changes no sum.
 * Source: docs/model.md, section 1, Time.
 */
export interface Facts {
  readonly asOf: string;
  readonly minConfidence: number;
  readonly confidenceOf: ConfidenceOf;
  /** The ecosystem's own focal actor, whether in force or not. */
  readonly focal: string | null;
  readonly actors: ReadonlyMap<string, ActorRecord>;
  /** Actors with the kind CUSTOMER. */
  readonly customers: readonly ActorRecord[];
  /** By actor. */
  readonly profiles: ReadonlyMap<string, ProfileRecord>;
  /** By actor, then capability. */
  readonly levels: ReadonlyMap<string, ReadonlyMap<string, ActorCapabilityRecord>>;
  readonly capabilityNames: ReadonlyMap<string, string>;
  readonly standards: ReadonlyMap<string, StandardRecord>;
  /** By actor, then standard. */
  readonly adoptions: ReadonlyMap<string, ReadonlyMap<string, AdoptionRecord>>;
  readonly activities: ReadonlyMap<string, ActivityFact>;
  readonly claimsOn: ReadonlyMap<string, readonly ClaimRecord[]>;
  readonly claimsAbout: ReadonlyMap<string, readonly ClaimRecord[]>;
  /** Versions of an actor's own claim that begin before it, whether in force or not and of any confidence. */
  readonly earlierVersions: (claim: ClaimRecord) => readonly ClaimRecord[];
  /** By provider. */
  readonly offeringsOf: ReadonlyMap<string, readonly OfferingFact[]>;
  /** By activity in force. */
  readonly offeringsOn: ReadonlyMap<string, readonly OfferingFact[]>;
  readonly topics: readonly TopicRecord[];
  readonly stancesOn: ReadonlyMap<string, readonly StanceRecord[]>;
  readonly interfaces: readonly InterfaceFact[];
  readonly controlSystems: ReadonlyMap<string, ControlSystemRecord>;
  readonly installationsAt: ReadonlyMap<string, readonly InstallationRecord[]>;
  /** By "provider>customer". */
  readonly agreements: ReadonlyMap<string, AgreementRecord>;
  readonly initiativesOf: ReadonlyMap<string, readonly InitiativeRecord[]>;
  /** PARTNERS_WITH by either end, then the other end. */
  readonly partnerships: RelationsByEnds;
  /** COMPETES_WITH by either end, then the other end. */
  readonly rivalries: RelationsByEnds;
  /** OWNS. */
  readonly ownerships: readonly RelationRecord[];
  readonly dependencies: readonly RelationRecord[];
  readonly supplies: readonly RelationRecord[];
  readonly suppliesFrom: ReadonlyMap<string, readonly RelationRecord[]>;
  readonly suppliesTo: ReadonlyMap<string, readonly RelationRecord[]>;
  readonly movesBy: ReadonlyMap<string, readonly MoveFact[]>;
  /** By move. */
  readonly responsesTo: ReadonlyMap<string, readonly ResponseRecord[]>;
  /** All tags with a type or label, whatever their date. */
  readonly tags: readonly TagRecord[];
}

/**
 * Adoption threshold: an adopted standard is one followed at least to this extent (docs/model.md, section 1, adoption).
 */
export const ADOPTED_FROM = 0.5;

/** Key of an unordered pair: "a~b", keys sorted. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`);

/** Key of an ordered pair: "provider>customer". */
export const directedKey = (from: string, to: string): string => `${from}>${to}`;

/** The name of an actor, for a label. */
export const actorName = (facts: Facts, key: string): string => facts.actors.get(key)?.name ?? key;

/** Initiatives in force that both actors take part in. */
export function commonInitiatives(facts: Facts, a: string, b: string): InitiativeRecord[] {
  const ofB = new Set(facts.initiativesOf.get(b));
  return (facts.initiativesOf.get(a) ?? []).filter((initiative) => ofB.has(initiative));
}

/** Whether the actor follows the standard at least half. */
export function adopts(facts: Facts, actor: string, standard: string): boolean {
  return (facts.adoptions.get(actor)?.get(standard)?.extent ?? 0) >= ADOPTED_FROM;
}
