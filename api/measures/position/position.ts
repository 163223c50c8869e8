import type { ClaimRecord, FactBase, RecordRef } from "../../../cypher/model/document.ts";
import { compareText } from "../../shared/order.ts";
import { refsOf } from "../../shared/record-ref.ts";
import type { Facts, OfferingFact } from "../../time/facts.ts";
import type { ExtentSource } from "./extent-source.ts";
import { type Voice, voiceOf, voiceOfAll } from "./voice.ts";

/**
 * Extent of an actor in one activity, 0..1: the value that counts with its bounds, its own view, and the others' view
 * (null: no claim).
 */
export interface ActivityExtent {
  activity: string;
  extent: number;
  low: number;
  high: number;
  source: ExtentSource;
  own: number | null;
  others: number | null;
  /** Whether the actor itself claims the lead. */
  lead: boolean;
}

/** Position of an actor: servitization 0..1 (0 a pure manufacturer), breadth ≥ 1, perceptionGap 0..1. */
export interface Position {
  actor: string;
  servitization: number | null;
  breadth: number;
  perceptionGap: number | null;
  /** By activity key; only activities with a claim about the actor or an offering of it. */
  extents: VoicedExtent[];
  /** Null when no claim is about it. */
  voice: Voice | null;
}

/** An extent with its voice; null without a claim. */
export interface VoicedExtent extends ActivityExtent {
  voice: Voice | null;
}

/** An extent with its source facts: offerings when its source is one, else claims. */
export interface ReadExtent extends ActivityExtent {
  read: readonly FactBase[];
}

/** Source facts of an extent, to draw and to link. */
export const refsOfExtent = ({ source, read }: ReadExtent): RecordRef[] =>
  source === "OFFERING" ? refsOf("offerings", read as OfferingFact[]) : refsOf("claims", read as ClaimRecord[]);

/** Participation of unknown extent counts half (docs/model.md, section 2). */
export const KNOWN_THAT = 0.5;

const offered = (activity: string, offerings: readonly OfferingFact[]): ReadExtent => ({
  activity,
  extent: KNOWN_THAT,
  low: 0,
  high: 1,
  source: "OFFERING",
  own: null,
  others: null,
  lead: false,
  read: offerings,
});

/** A claim of the lead counts only together with an extent above 0 (docs/model.md, section 1, claim). */
export const claimsLead = (claim: ClaimRecord): boolean => claim.lead === true && claim.extent > 0;

/** Extent of one actor in an activity, from all claims about it there: at least one. */
export function extentFrom(activity: string, claims: readonly ClaimRecord[]): ReadExtent {
  const assessment = claims.find((claim) => claim.by === undefined);
  const own = claims.find((claim) => claim.by === claim.about);
  const others = claims.filter((claim) => claim.by !== undefined && claim.by !== claim.about);
  const seen = others.length === 0 ? null : others.reduce((sum, claim) => sum + claim.extent, 0) / others.length;
  const read = assessment ? [assessment] : own ? [own] : others;
  const extent = assessment?.extent ?? own?.extent ?? seen!;
  return {
    activity,
    extent,
    low: extent,
    high: extent,
    source: assessment ? "ASSESSMENT" : own ? "OWN" : "OTHERS",
    own: own?.extent ?? null,
    others: seen,
    lead: own !== undefined && claimsLead(own),
    read,
  };
}

/**
 * Extents of an actor by activity: our assessment, else its own claim, else the mean of others', else from its
 * offerings (docs/model.md, section 2).
 */
export function extentsOf(facts: Facts, actor: string): Map<string, ReadExtent> {
  const claims = facts.claimsAbout.get(actor) ?? [];
  const extents = new Map<string, ReadExtent>();
  // Claims about an actor are sorted by activity, so each activity's are contiguous.
  for (let start = 0; start < claims.length; ) {
    const { activity } = claims[start]!;
    let end = start + 1;
    while (end < claims.length && claims[end]!.activity === activity) end += 1;
    extents.set(activity, extentFrom(activity, claims.slice(start, end)));
    start = end;
  }
  const offerings = facts.offeringsOf.get(actor);
  if (offerings === undefined) return extents;
  for (const activity of new Set(offerings.flatMap(({ activities }) => activities))) {
    if (extents.has(activity)) continue;
    extents.set(
      activity,
      offered(
        activity,
        offerings.filter(({ activities }) => activities.includes(activity)),
      ),
    );
  }
  return extents;
}

function positionFrom(facts: Facts, actor: string, extents: readonly ReadExtent[]): Position {
  let sum = 0;
  let squares = 0;
  // Shares relative to the largest before squaring: squares of very small extents would be 0.
  const largest = Math.max(...extents.map(({ extent }) => extent));
  let withServiceness = 0;
  let served = 0;
  const gaps: number[] = [];
  for (const { activity, extent, own, others } of extents) {
    const serviceness = facts.activities.get(activity)?.serviceness;
    const share = extent / largest;
    sum += share;
    squares += share * share;
    if (serviceness !== undefined) {
      withServiceness += extent;
      served += extent * serviceness;
    }
    if (own !== null && others !== null) gaps.push(Math.abs(own - others));
  }
  const claims = facts.claimsAbout.get(actor) ?? [];
  const perceptionGap = gaps.length > 0 ? gaps.reduce((total, gap) => total + gap, 0) / gaps.length : null;
  return {
    actor,
    servitization: withServiceness > 0 ? served / withServiceness : null,
    breadth: (sum * sum) / squares,
    perceptionGap,
    // Sorted by key: facts are sorted by the joined identity, in which "a-b" precedes "a".
    extents: extents
      .map(({ read: _, ...extent }) => ({
        ...extent,
        voice: voiceOf(claims.filter(({ activity }) => activity === extent.activity)),
      }))
      .sort((a, b) => compareText(a.activity, b.activity)),
    voice: voiceOfAll(claims, perceptionGap),
  };
}

/** Positions of all actors with an extent above 0 somewhere, by key. Source: docs/model.md, section 2. */
export function positions(facts: Facts): Position[] {
  const result: Position[] = [];
  for (const actor of facts.actors.keys()) {
    const extents = [...extentsOf(facts, actor).values()];
    if (extents.some(({ extent }) => extent > 0)) result.push(positionFrom(facts, actor, extents));
  }
  return result;
}
