import type { ActorRecord, ClaimRecord } from "../../../cypher/model/document.ts";
import type { Reuse } from "../../shared/reuse.ts";
import { daysBetween } from "../../time/dates.ts";
import { extentsOf, type ReadExtent } from "../position/position.ts";
import { type CountedMove, countedMoves, type FocalView } from "./focal-view.ts";

/** What is read about one rival, once, for all factors and dampers. */
export interface RivalView {
  focal: FocalView;
  actor: ActorRecord;
  /** Keeps what is the same on the day before, where many days are looked at. */
  reuse: Reuse;
  extents: ReadonlyMap<string, ReadExtent>;
  moves: readonly CountedMove[];
  /** O of model.md section 5; null when no claim is about the rival. */
  overlap: number | null;
  /** A customer of ours that moves into what we do. */
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
  const reuse = focal.reuseFor(actor.key);
  const extents = reuse("extents", [facts.claimsAbout.get(actor.key)], () => extentsOf(facts, actor.key));
  const moves = countedMoves(focal, actor.key);
  const overlap = reuse("overlap", [extents, activities], () => overlapOf(focal, extents));
  const isExpanding =
    focal.customers.has(actor.key) &&
    actor.kinds.includes("CUSTOMER") &&
    overlap !== null &&
    overlap > 0 &&
    (moves.some(({ relevance }) => relevance > 0) ||
      (focal.facts.claimsAbout.get(actor.key) ?? []).some((claim) => isRecentStep(focal, claim)));
  return { focal, actor, reuse, extents, moves, overlap, isExpanding };
}
