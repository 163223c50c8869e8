import type { Claim, MapEdge } from "../../model/facts.graphql.ts";

/** A claim as the map has it: what the lens needs of the map where only boundaries are read. */
export const claimEdge = (claim: Claim, confidence: number | null): MapEdge => ({
  id: claim.id,
  source: claim.about.id,
  target: claim.activity.id,
  kind: "CLAIMS",
  label: null,
  validFrom: null,
  validTo: null,
  confidence,
  evidenceNewest: null,
  byKey: claim.by?.key ?? null,
  extent: claim.extent,
  lead: claim.lead,
  volume: null,
  inferred: false,
  units: null,
});
