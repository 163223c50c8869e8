import type { RelationRecord } from "../../../cypher/model/document.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { anew, type ReuseFor } from "../../shared/reuse.ts";
import { daysBetween } from "../../time/dates.ts";
import type { ActivityFact, Facts, MoveFact } from "../../time/facts.ts";
import { extentsOf, type ReadExtent } from "../position/position.ts";
import { requireFocal } from "../scoring/focal.ts";

/** Where the focal firm is active: u·x of one activity, and its share of the whole. */
export interface FocalActivity {
  activity: string;
  name: string;
  extent: number;
  importance: number;
  /** importance · extent, above 0. */
  weight: number;
  read: ReadExtent["read"];
}

/** How far a capability is required by something that the focal firm does, above 0 to 1. */
export interface Requirement {
  activity: ActivityFact;
  capability: string;
  level: number;
  /** u·x of the activity over the number of capabilities that it requires. */
  weight: number;
}

/** A customer of the focal firm: its share of the firm's volume, and what each of its suppliers delivers. */
export interface FocalCustomer {
  customer: string;
  /** D_i of model.md section 5. */
  share: number;
  supply: RelationRecord;
  /** By supplier, the share of the customer's purchases. */
  bought: ReadonlyMap<string, { share: number; relation: RelationRecord }>;
}

/** A move that counts in momentum: days old, how much it touches the focal firm (0..1), and its exponent. */
export interface CountedMove {
  move: MoveFact;
  age: number;
  relevance: number;
  exponent: number;
}

/** All that every rival is compared with, computed once. */
export interface FocalView {
  facts: Facts;
  focal: string;
  halfLifeDays: number;
  activities: readonly FocalActivity[];
  weightOf: ReadonlyMap<string, number>;
  requirements: readonly Requirement[];
  /** Σ importance · extent, above 0. */
  totalWeight: number;
  customers: ReadonlyMap<string, FocalCustomer>;
  /** Keeps what is the same on the day before, of each actor, where many days are looked at. */
  reuseFor: ReuseFor;
}

/** Moves older than this many half-lives no longer count. */
const OLDEST_IN_HALF_LIVES = 10;
export const DEFAULT_HALF_LIFE_DAYS = 180;

/** Volumes with the missing ones as the mean of the known in the same sum, 1 when none is known; then their shares. */
function shares(relations: readonly RelationRecord[]): number[] {
  const known = relations.flatMap((relation) => relation.volume ?? []);
  // As parts of the largest, since sums of very large ones would be infinite.
  const largest = known.reduce((most, volume) => Math.max(most, volume), 0);
  const mean = known.length === 0 ? 1 : known.reduce((sum, volume) => sum + volume / largest, 0) / known.length;
  const volumes = relations.map(({ volume }) => (volume === undefined ? mean : volume / largest));
  const total = volumes.reduce((sum, volume) => sum + volume, 0);
  return volumes.map((volume) => volume / total);
}

function customersOf(facts: Facts, focal: string): Map<string, FocalCustomer> {
  const supplied = facts.suppliesFrom.get(focal) ?? [];
  const ownShares = shares(supplied);
  return new Map(
    supplied.map((supply, index) => {
      const purchases = facts.suppliesTo.get(supply.to) ?? [];
      const parts = shares(purchases);
      const bought = new Map(purchases.map((relation, at) => [relation.from, { share: parts[at]!, relation }]));
      return [supply.to, { customer: supply.to, share: ownShares[index]!, supply, bought }];
    }),
  );
}

type Active = Pick<FocalView, "activities" | "weightOf" | "requirements" | "totalWeight">;

function activitiesOf(facts: Facts, focal: string): Active {
  const activities: FocalActivity[] = [];
  const requirements: Requirement[] = [];
  for (const { activity, extent, read } of extentsOf(facts, focal).values()) {
    if (!(extent > 0)) continue;
    const fact = facts.activities.get(activity)!;
    const { importance, name, requires = [] } = fact;
    const weight = importance * extent;
    activities.push({ activity, name, extent, importance, weight, read });
    for (const { capability, level } of requires) {
      requirements.push({ activity: fact, capability, level, weight: weight / requires.length });
    }
  }
  return {
    activities,
    weightOf: new Map(activities.map(({ activity, weight }) => [activity, weight])),
    requirements,
    totalWeight: activities.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/**
 * The focal firm's activities, customers and weights.
 * @throws MeasureError when the focal actor is unknown or has no position, or the half-life is not above 0
 */
export function viewFrom(
  facts: Facts,
  asked: string | null | undefined,
  halfLifeDays: number,
  reuseFor: ReuseFor = () => anew,
): FocalView {
  if (!(halfLifeDays > 0 && Number.isFinite(halfLifeDays))) {
    throw new MeasureError("BAD_HALF_LIFE", `halfLifeDays is ${halfLifeDays}; it must be above 0.`);
  }
  const focal = requireFocal(facts, asked);
  const claims = facts.claimsAbout.get(focal);
  const read = [claims, ...(claims ?? []).map(({ activity }) => facts.activities.get(activity))];
  const reuse = reuseFor(focal);
  const active = reuse("activities", read, () => activitiesOf(facts, focal));
  if (active.activities.length === 0) {
    throw new MeasureError(
      "FOCAL_WITHOUT_POSITION",
      `The focal actor "${focal}" has no position on ${facts.asOf}: no claim says that it does any activity.`,
    );
  }
  const supplied = facts.suppliesFrom.get(focal);
  const bought = [supplied, ...(supplied ?? []).map(({ to }) => facts.suppliesTo.get(to))];
  return {
    facts,
    focal,
    halfLifeDays,
    ...active,
    customers: reuse("customers", bought, () => customersOf(facts, focal)),
    reuseFor,
  };
}

/** A rival's moves that count in momentum, by key: not an EXIT, and not older than ten half-lives. */
export function countedMoves(view: FocalView, rival: string): CountedMove[] {
  const counted: CountedMove[] = [];
  for (const move of view.facts.movesBy.get(rival) ?? []) {
    if (move.type === "EXIT") continue;
    const age = daysBetween(move.date, view.facts.asOf);
    if (age > OLDEST_IN_HALF_LIVES * view.halfLifeDays) continue;
    const touched = move.activities.reduce((sum, activity) => sum + (view.weightOf.get(activity) ?? 0), 0);
    const relevance = touched / view.totalWeight;
    counted.push({ move, age, relevance, exponent: (move.impact / 5) * relevance * 2 ** (-age / view.halfLifeDays) });
  }
  return counted;
}
