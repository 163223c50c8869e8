import type { ClaimRecord } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { compareText } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { claimsLead } from "../position/position.ts";
import { type Components, components } from "./alignment.ts";

export type BoundaryStatus = "UNKNOWN" | "UNCLAIMED" | "CONTESTED" | "DISPUTED" | "SHARED" | "AGREED";

/** Who leads an activity: value 0..1 (1 = settled), null when nothing is said. Actors by key, claims by identity. */
export interface Boundary {
  activity: string;
  status: BoundaryStatus;
  value: number | null;
  /** Who says of itself that it leads. */
  leads: string[];
  /** Who does not, but is named as lead by others or by our assessment. */
  attributed: string[];
  claims: string[];
}

/** What a verdict on a boundary rests on. */
export interface Standing {
  activity: string;
  /** Whether any claim with extent above 0 says who leads or does not. */
  isSpokenOf: boolean;
  leads: string[];
  attributed: string[];
  /** Share of lead claims by others and assessments that name one of the leads, 0..1; 1 when there are none. */
  acknowledged: number;
  amongLeads: Components;
  amongAll: Components;
  claims: readonly ClaimRecord[];
}

/** The standing of an activity, from the claims on it (model.md section 3). */
export function standingOf(facts: Facts, activity: string): Standing {
  const claims = facts.claimsOn.get(activity) ?? [];
  const leading = claims.filter(claimsLead);
  const leads = new Set(leading.filter((claim) => claim.by === claim.about).map((claim) => claim.about));
  const saidOfOthers = leading.filter((claim) => claim.by !== claim.about).map((claim) => claim.about);
  const attributed = [...new Set(saidOfOthers)].filter((actor) => !leads.has(actor)).sort(compareText);
  const agreeing = saidOfOthers.filter((actor) => leads.has(actor)).length;
  const leadKeys = [...leads].sort(compareText);
  return {
    activity,
    isSpokenOf: claims.some((claim) => claim.extent > 0 && typeof claim.lead === "boolean"),
    leads: leadKeys,
    attributed,
    acknowledged: saidOfOthers.length === 0 ? 1 : agreeing / saidOfOthers.length,
    amongLeads: components(facts, leadKeys),
    amongAll: components(facts, [...leadKeys, ...attributed]),
    claims,
  };
}

/**
 * Status and value of a boundary, from the number of components among the leads and among all who are named.
 * The counts are handed in, so that "what if these two were aligned" needs no new search. Source: model.md section 3.
 */
export function verdict(
  standing: Standing,
  leadParties = standing.amongLeads.count,
  allParties = standing.amongAll.count,
): { status: BoundaryStatus; value: number | null } {
  if (!standing.isSpokenOf) return { status: "UNKNOWN", value: null };
  if (standing.leads.length === 0) return { status: "UNCLAIMED", value: 0 };
  const parties = leadParties + Math.max(0, allParties - leadParties) * (1 - standing.acknowledged);
  if (leadParties >= 2) return { status: "CONTESTED", value: 1 / parties };
  if (parties > 1) return { status: "DISPUTED", value: 1 / parties };
  return { status: standing.leads.length > 1 ? "SHARED" : "AGREED", value: 1 };
}

/** Boundaries of all activities in force, required or not, by key. Source: model.md section 3. */
export function boundaries(facts: Facts): Boundary[] {
  return [...facts.activities.keys()].map((activity) => {
    const standing = standingOf(facts, activity);
    return {
      activity,
      ...verdict(standing),
      leads: standing.leads,
      attributed: standing.attributed,
      claims: standing.claims.map((claim) => identityOf("claims", claim)),
    };
  });
}
