import type { ActorRecord, ClaimRecord } from "../../../cypher/model/document.ts";
import type { Memo } from "../../shared/memo.ts";
import { daysBetween } from "../../time/dates.ts";
import { extentsOf, type ReadExtent } from "../position/position.ts";
import { type Bounded, unknownValue } from "../scoring/concentration.ts";
import { type CountedMove, countedMoves, type FocalView } from "./focal-view.ts";

/** View of one rival: facts that several factors and dampers read. */
export interface RivalView {
  focal: FocalView;
  actor: ActorRecord;
  /** The rival's memo, where many days of one document are measured. */
  memo: Memo;
  extents: ReadonlyMap<string, ReadExtent>;
  moves: readonly CountedMove[];
  /**
   * O of docs/model.md, section 5; unknown when no claim is about the rival and no offering of it lists an activity.
   */
  overlap: Bounded;
  /**
   * O′ of docs/model.md, section 5: the share of what the rival does that the focal firm does too; 0 when it does
   * nothing.
   */
  commonPart: Bounded & { value: number };
  /** Whether it is a customer of the focal firm that expands into the firm's activities. */
  isExpanding: boolean;
}

/** Five years: an own claim begun since then is a sign of expansion. */
const RECENT_DAYS = 1826;

type Side = "extent" | "low" | "high";
const nothing = { extent: 0, low: 0, high: 0 };

function comparedWith(
  { facts, activities, totalWeight }: FocalView,
  extents: ReadonlyMap<string, ReadExtent>,
): Pick<RivalView, "overlap" | "commonPart"> {
  if (extents.size === 0) return { overlap: unknownValue, commonPart: { value: 0, low: 0, high: 0 } };
  const ours = new Map(activities.map((it) => [it.activity, it.extent]));
  /** Overlapping extent. */
  const shared = (side: Side): number =>
    activities.reduce(
      (sum, { activity, extent, importance }) =>
        sum + importance * Math.min(extent, (extents.get(activity) ?? nothing)[side]),
      0,
    );
  /** Extent of the rival beyond the focal firm. */
  const beyond = (side: Side): number => {
    let sum = 0;
    for (const theirs of extents.values()) {
      const more = theirs[side] - (ours.get(theirs.activity) ?? 0);
      if (more > 0) sum += facts.activities.get(theirs.activity)!.importance * more;
    }
    return sum;
  };
  const part = (both: number, more: number): number => (both + more === 0 ? 0 : both / (both + more));
  const [value, low, high] = [shared("extent"), shared("low"), shared("high")];
  return {
    overlap: { value: value / totalWeight, low: low / totalWeight, high: high / totalWeight },
    commonPart: {
      value: part(value, beyond("extent")),
      low: part(low, beyond("high")),
      high: part(high, beyond("low")),
    },
  };
}

/**
 * A claim by the rival about itself, above 0, in an activity of the focal firm, begun within five years of the day, and
 * larger than all of its earlier ones: repeating or reducing a claim is not expansion.
 */
function isRecentStep(view: FocalView, claim: ClaimRecord): boolean {
  return (
    claim.by === claim.about &&
    claim.extent > 0 &&
    view.weightOf.has(claim.activity) &&
    claim.validFrom !== undefined &&
    daysBetween(claim.validFrom, view.facts.asOf) <= RECENT_DAYS &&
    view.facts.earlierVersions(claim).every((earlier) => earlier.extent < claim.extent)
  );
}

/** View of one rival of the focal firm. Source: docs/model.md, section 5. */
export function rivalView(focal: FocalView, actor: ActorRecord): RivalView {
  const { facts, activities } = focal;
  const memo = focal.memoFor(actor.key);
  const said = [facts.claimsAbout.get(actor.key), facts.offeringsOf.get(actor.key)];
  const extents = memo("extents", said, () => extentsOf(facts, actor.key));
  const moves = countedMoves(focal, actor.key);
  const compared = memo("overlap", [extents, activities, facts.activities], () => comparedWith(focal, extents));
  const isExpanding =
    focal.customers.partners.has(actor.key) &&
    actor.kinds.includes("CUSTOMER") &&
    (compared.overlap.value ?? 0) > 0 &&
    (moves.some(({ relevance }) => relevance > 0) ||
      (facts.claimsAbout.get(actor.key) ?? []).some((claim) => isRecentStep(focal, claim)));
  return { focal, actor, memo, extents, moves, ...compared, isExpanding };
}
