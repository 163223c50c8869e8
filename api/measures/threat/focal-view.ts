import type { RecordRef, RelationRecord } from "../../../cypher/model/document.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { type MemoFor, noMemo } from "../../shared/memo.ts";
import { daysBetween } from "../../time/dates.ts";
import { type ActivityFact, actorName, type Facts, type MoveFact } from "../../time/facts.ts";
import { extentsOf, type ReadExtent, refsOfExtent } from "../position/position.ts";
import { requireFocal } from "../scoring/focal.ts";
import { volumeShares } from "./volume-shares.ts";

/** Activity of the focal firm, with its extent and weight. */
export interface FocalActivity {
  activity: string;
  name: string;
  extent: number;
  importance: number;
  /** importance · extent, above 0. */
  weight: number;
  /** Source facts of the extent. */
  read: ReadExtent;
}

/** Requirement: the level of a capability, above 0 to 1, that an activity of the focal firm needs. */
export interface Requirement {
  activity: ActivityFact;
  capability: string;
  level: number;
  /** u·x of the activity over the number of capabilities that it requires. */
  weight: number;
}

/** A customer or supplier of the focal firm, with its share in the volume that the firm sells or buys. */
export interface TradePartner {
  partner: string;
  /** D_i of docs/model.md, section 5. */
  share: number;
  supply: RelationRecord;
}

/** All customers, or all suppliers, of the focal firm. */
export interface Trade {
  partners: ReadonlyMap<string, TradePartner>;
  /** Whether shares are uncertain: there are several partners, and the volume of at least one is unknown. */
  isOpen: boolean;
}

/** Move that counts in momentum: its age in days, its relevance to the focal firm (0..1), and its exponent. */
export interface CountedMove {
  move: MoveFact;
  age: number;
  relevance: number;
  exponent: number;
}

/** View of the focal firm: everything that rivals are compared with, computed once. */
export interface FocalView {
  facts: Facts;
  focal: string;
  halfLifeDays: number;
  activities: readonly FocalActivity[];
  weightOf: ReadonlyMap<string, number>;
  requirements: readonly Requirement[];
  /** Σ importance · extent, above 0. */
  totalWeight: number;
  customers: Trade;
  suppliers: Trade;
  /** Memos by actor, where many days of one document are measured. */
  memoFor: MemoFor;
}

/** Cut-off: moves older than this many half-lives do not count. */
const OLDEST_IN_HALF_LIVES = 10;
export const DEFAULT_HALF_LIFE_DAYS = 180;

function tradeOf(supplies: readonly RelationRecord[] = [], partnerOf: (supply: RelationRecord) => string): Trade {
  const shares = volumeShares(supplies);
  return {
    partners: new Map(
      supplies.map((supply, index) => {
        const partner = partnerOf(supply);
        return [partner, { partner, share: shares[index]!, supply }];
      }),
    ),
    isOpen: supplies.length > 1 && supplies.some(({ volume }) => volume === undefined),
  };
}

type Active = Pick<FocalView, "activities" | "weightOf" | "requirements" | "totalWeight">;

function activitiesOf(facts: Facts, focal: string): Active {
  const activities: FocalActivity[] = [];
  const requirements: Requirement[] = [];
  for (const read of extentsOf(facts, focal).values()) {
    const { activity, extent } = read;
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
  memoFor: MemoFor = () => noMemo,
): FocalView {
  if (!(halfLifeDays > 0 && Number.isFinite(halfLifeDays))) {
    throw new MeasureError("BAD_HALF_LIFE", `halfLifeDays is ${halfLifeDays}. Use a number above 0.`);
  }
  const focal = requireFocal(facts, asked);
  const [claims, offerings] = [facts.claimsAbout.get(focal) ?? [], facts.offeringsOf.get(focal) ?? []];
  const done = [...claims.map(({ activity }) => activity), ...offerings.flatMap(({ activities }) => activities)];
  const read = [...claims, ...offerings, ...done.map((activity) => facts.activities.get(activity))];
  const memo = memoFor(focal);
  const active = memo("activities", read, () => activitiesOf(facts, focal));
  if (active.activities.length === 0) {
    throw new MeasureError(
      "FOCAL_WITHOUT_POSITION",
      `The focal firm "${focal}" has no position on ${facts.asOf}: no claim gives it an extent above 0 in an activity, and no offering of it lists one.`,
    );
  }
  const [sold, bought] = [facts.suppliesFrom.get(focal), facts.suppliesTo.get(focal)];
  return {
    facts,
    focal,
    halfLifeDays,
    ...active,
    customers: memo("customers", [sold], () => tradeOf(sold, ({ to }) => to)),
    suppliers: memo("suppliers", [bought], () => tradeOf(bought, ({ from }) => from)),
    memoFor,
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

/** The name of the focal firm, for a sentence. */
export const focalName = ({ facts, focal }: FocalView): string => actorName(facts, focal);

/** Source facts of the focal firm's extent in an activity. */
export function readOfFocal({ activities }: FocalView, activity: string): RecordRef[] {
  const own = activities.find((it) => it.activity === activity);
  return own === undefined ? [] : refsOfExtent(own.read);
}
