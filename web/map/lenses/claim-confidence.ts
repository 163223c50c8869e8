import { addTo } from "../../shared/groups.ts";
import type { Claim } from "../model/facts.graphql.ts";
import type { MapFacts } from "../model/facts.ts";

/** All claims about each actor, by its Node id. */
function claimsAbout({ boundaries }: MapFacts): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const boundary of boundaries)
    for (const claim of boundary.claims) {
      addTo(claims, claim.about.id, claim);
    }
  return claims;
}

/** Confidence in an actor's position, 0..1: the mean confidence of the claims about it; 1 where no claim states one. */
export function claimConfidence(facts: MapFacts): (actor: string) => number {
  const confidences = new Map(facts.map.edges.map(({ id, confidence }) => [id, confidence]));
  const claims = claimsAbout(facts);
  return (actor) => {
    const known = (claims.get(actor) ?? []).flatMap(({ id }) => confidences.get(id) ?? []);
    return known.length === 0 ? 1 : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
}
