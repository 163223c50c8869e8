import type { ClaimRecord } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { groupBy } from "../../shared/groups.ts";
import { compareText } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { claimsLead, extentFrom } from "../position/position.ts";
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
  /** Actors that do not claim it, but are named as lead by others or by our assessment. */
  attributed: string[];
  claims: string[];
}

/** Claims to the lead in an activity: the inputs of its boundary. */
export interface LeadClaims {
  activity: string;
  /** Whether any claim with extent above 0 says who leads or does not. */
  isStated: boolean;
  leads: string[];
  attributed: string[];
  /** Whether all participants say of themselves that they do not lead. */
  allDeny: boolean;
  /** Whether all that are only named as a lead say of themselves that they do not lead. */
  attributedDeny: boolean;
  /** Share of lead claims by others and assessments that name one of the leads, 0..1; 1 when there are none. */
  acknowledged: number;
  amongLeads: Components;
  amongAll: Components;
  /** Components, among all actors named, that contain a lead. */
  withLead: ReadonlySet<string>;
  claims: readonly ClaimRecord[];
}

/** Participants of an activity: actors with an extent above 0 by claims, or by an offering. */
function takingPart(facts: Facts, activity: string, claims: readonly ClaimRecord[]): string[] {
  const told = groupBy(claims, (claim) => claim.about);
  const byClaims = [...told].filter(([, about]) => extentFrom(activity, about).extent > 0).map(([actor]) => actor);
  const byOffering = (facts.offeringsOn.get(activity) ?? []).map(({ provider }) => provider);
  return [...byClaims, ...byOffering.filter((actor) => !told.has(actor))];
}

/** Claims to the lead in an activity, with the alignment of the actors that are named (docs/model.md, section 3). */
export function leadClaimsOf(facts: Facts, activity: string): LeadClaims {
  const claims = facts.claimsOn.get(activity) ?? [];
  const counting = claims.filter(({ extent }) => extent > 0);
  const leading = counting.filter(claimsLead);
  const leads = new Set(leading.filter((claim) => claim.by === claim.about).map((claim) => claim.about));
  const byOthers = leading.filter((claim) => claim.by !== claim.about).map((claim) => claim.about);
  const attributed = [...new Set(byOthers)].filter((actor) => !leads.has(actor)).sort(compareText);
  const agreeing = byOthers.filter((actor) => leads.has(actor)).length;
  const leadKeys = [...leads].sort(compareText);
  const denying = new Set(
    counting.filter((claim) => claim.by === claim.about && claim.lead === false).map((claim) => claim.about),
  );
  const amongAll = components(facts, [...leadKeys, ...attributed]);
  return {
    activity,
    isStated: counting.some((claim) => typeof claim.lead === "boolean"),
    leads: leadKeys,
    attributed,
    // Needed only where no actor is named as the lead.
    allDeny: leading.length === 0 && takingPart(facts, activity, claims).every((actor) => denying.has(actor)),
    attributedDeny: attributed.every((actor) => denying.has(actor)),
    acknowledged: byOthers.length === 0 ? 1 : agreeing / byOthers.length,
    amongLeads: components(facts, leadKeys),
    amongAll,
    withLead: new Set(leadKeys.map((lead) => amongAll.componentOf.get(lead)!)),
    claims,
  };
}

/** Parties to a boundary: components among those who claim the lead, plus those among actors that are only named. */
export interface Parties {
  leading: number;
  further: number;
}

export const partiesOf = ({ amongLeads, amongAll, withLead }: LeadClaims): Parties => ({
  leading: amongLeads.count,
  further: amongAll.count - withLead.size,
});

/**
 * Status and value of a boundary. The number of parties is a parameter, so that the value with two more actors aligned
 * can be computed without another search. Source: docs/model.md, section 3.
 */
export function verdict(
  found: LeadClaims,
  { leading, further }: Parties = partiesOf(found),
): { status: BoundaryStatus; value: number | null } {
  if (!found.isStated) return { status: "UNKNOWN", value: null };
  if (found.leads.length === 0 && found.attributed.length === 0) {
    return found.allDeny ? { status: "UNCLAIMED", value: 0 } : { status: "UNKNOWN", value: null };
  }
  if (found.leads.length === 0) {
    return found.attributedDeny ? { status: "DISPUTED", value: 0 } : { status: "ATTRIBUTED", value: null };
  }
  const parties = leading + further * (1 - found.acknowledged);
  if (leading >= 2) return { status: "CONTESTED", value: 1 / parties };
  if (parties > 1) return { status: "DISPUTED", value: 1 / parties };
  return { status: found.leads.length > 1 ? "SHARED" : "AGREED", value: 1 };
}

/** Boundaries of all activities in force, required or not, by key. Source: docs/model.md, section 3. */
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
