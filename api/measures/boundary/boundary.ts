import type { ClaimRecord } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { compareText } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { claimsLead } from "../position/position.ts";
import { type Components, components } from "./alignment.ts";
import type { BoundaryStatus } from "./boundary-status.ts";

export type { BoundaryStatus } from "./boundary-status.ts";

/** Boundary of an activity: value 0..1 (1 = settled), null when unknown. Actors by key, claims by identity. */
export interface Boundary {
  activity: string;
  status: BoundaryStatus;
  value: number | null;
  /** Actors that claim the lead themselves. */
  leads: string[];
  /** Actors that do not, but are named as lead by others or by our assessment. */
  attributed: string[];
  claims: string[];
}

/** Claims of the lead in an activity: all that its boundary is decided by. */
export interface LeadClaims {
  activity: string;
  /** Whether any claim with extent above 0 says who leads or does not. */
  isStated: boolean;
  leads: string[];
  attributed: string[];
  /** Share of lead claims by others and assessments that name one of the leads, 0..1; 1 when there are none. */
  acknowledged: number;
  amongLeads: Components;
  amongAll: Components;
  claims: readonly ClaimRecord[];
}

/** Claims of the lead in an activity, with the alignment of the actors that they name (model.md section 3). */
export function leadClaimsOf(facts: Facts, activity: string): LeadClaims {
  const claims = facts.claimsOn.get(activity) ?? [];
  const leading = claims.filter(claimsLead);
  const leads = new Set(leading.filter((claim) => claim.by === claim.about).map((claim) => claim.about));
  const byOthers = leading.filter((claim) => claim.by !== claim.about).map((claim) => claim.about);
  const attributed = [...new Set(byOthers)].filter((actor) => !leads.has(actor)).sort(compareText);
  const agreeing = byOthers.filter((actor) => leads.has(actor)).length;
  const leadKeys = [...leads].sort(compareText);
  return {
    activity,
    isStated: claims.some((claim) => claim.extent > 0 && typeof claim.lead === "boolean"),
    leads: leadKeys,
    attributed,
    acknowledged: byOthers.length === 0 ? 1 : agreeing / byOthers.length,
    amongLeads: components(facts, leadKeys),
    amongAll: components(facts, [...leadKeys, ...attributed]),
    claims,
  };
}

/**
 * Status and value of a boundary, from the number of components among the leads and among all who are named.
 * The counts are parameters, so that the value with two more actors aligned needs no new search. Source: model.md section 3.
 */
export function verdict(
  found: LeadClaims,
  leadParties = found.amongLeads.count,
  allParties = found.amongAll.count,
): { status: BoundaryStatus; value: number | null } {
  if (!found.isStated) return { status: "UNKNOWN", value: null };
  if (found.leads.length === 0) return { status: "UNCLAIMED", value: 0 };
  const parties = leadParties + Math.max(0, allParties - leadParties) * (1 - found.acknowledged);
  if (leadParties >= 2) return { status: "CONTESTED", value: 1 / parties };
  if (parties > 1) return { status: "DISPUTED", value: 1 / parties };
  return { status: found.leads.length > 1 ? "SHARED" : "AGREED", value: 1 };
}

/** Boundaries of all activities in force, required or not, by key. Source: model.md section 3. */
export function boundaries(facts: Facts): Boundary[] {
  return [...facts.activities.keys()].map((activity) => {
    const found = leadClaimsOf(facts, activity);
    return {
      activity,
      ...verdict(found),
      leads: found.leads,
      attributed: found.attributed,
      claims: found.claims.map((claim) => identityOf("claims", claim)),
    };
  });
}
