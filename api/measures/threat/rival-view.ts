import type { ActorRecord, ClaimRecord } from "../../../cypher/model/document.ts";
import type { Memo } from "../../shared/memo.ts";
import { daysBetween } from "../../time/dates.ts";
import { extentsOf, type ReadExtent } from "../position/position.ts";
import { type CountedMove, countedMoves, type FocalView } from "./focal-view.ts";

/** View of one rival: what is read about it once, for all factors and dampers. */
export interface RivalView {
  focal: FocalView;
  actor: ActorRecord;
  /** The rival's memo, where many days of one document are measured. */
  memo: Memo;
  extents: ReadonlyMap<string, ReadExtent>;
  moves: readonly CountedMove[];
  /** O of model.md section 5; null when no claim is about the rival. */
  overlap: number | null;
  /** Whether it is a customer of the focal firm that moves into what the firm does. */
  isExpanding: boolean;
}

/** Five years: an own claim begun since then is a sign of expansion. */
const RECENT_DAYS = 1826;

function overlapOf(view: FocalView, extents: ReadonlyMap<string, ReadExtent>): number | null {
  if (extents.size === 0) return null;
  let shared = 0;
  for (const { activity, extent, importance } of view.activities) {
    shared += importance * Math.min(extent, extents.get(activity)?.extent ?? 0);
  }
  return shared / view.totalWeight;
}

/** A claim by the rival about itself, above 0, on what the focal firm does, begun within five years of the day. */
function isRecentStep(view: FocalView, claim: ClaimRecord): boolean {
  return (
    claim.by === claim.about &&
    claim.extent > 0 &&
    view.weightOf.has(claim.activity) &&
    claim.validFrom !== undefined &&
    daysBetween(claim.validFrom, view.facts.asOf) <= RECENT_DAYS
  );
}

/** One rival as seen from the focal firm. Source: model.md section 5. */
export function rivalView(focal: FocalView, actor: ActorRecord): RivalView {
  const { facts, activities } = focal;
  const memo = focal.memoFor(actor.key);
  const extents = memo("extents", [facts.claimsAbout.get(actor.key)], () => extentsOf(facts, actor.key));
  const moves = countedMoves(focal, actor.key);
  const overlap = memo("overlap", [extents, activities], () => overlapOf(focal, extents));
  const isExpanding =
    focal.customers.has(actor.key) &&
    actor.kinds.includes("CUSTOMER") &&
    overlap !== null &&
    overlap > 0 &&
    (moves.some(({ relevance }) => relevance > 0) ||
      (focal.facts.claimsAbout.get(actor.key) ?? []).some((claim) => isRecentStep(focal, claim)));
  return { focal, actor, memo, extents, moves, overlap, isExpanding };
}
