import type { RecordRef } from "../../../../cypher/model/document.ts";
import { named } from "../../../shared/format.ts";
import { noMemo } from "../../../shared/memo.ts";
import { refOf, refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName, type Facts } from "../../../time/facts.ts";
import type { Alignment } from "../../boundary/alignment.ts";
import { leadClaimsOf, verdict } from "../../boundary/boundary.ts";
import { claimsLead } from "../../position/position.ts";
import { exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDimension, itemOf } from "../dimension.ts";

/** Inputs of a boundary: participants and their claims, and the facts that may align the actors named as leads. */
function inputsOf(facts: Facts, activity: string): unknown[] {
  const claims = facts.claimsOn.get(activity);
  const named = new Set((claims ?? []).filter(claimsLead).map((claim) => claim.about));
  return [
    claims,
    facts.offeringsOn.get(activity),
    named.size > 1 ? facts.ownerships : undefined,
    ...[...named].flatMap((actor) => [facts.partnerships.get(actor), facts.initiativesOf.get(actor)]),
  ];
}

const alignmentRef = (fact: Alignment): RecordRef =>
  "participants" in fact ? refOf("initiatives", fact) : refOf("relations", fact);

export const boundariesDimension = defineDimension({
  kind: "BOUNDARIES",
  name: "Boundaries",
  phrase: "boundaries",
  description: "Agreement on who leads each required activity.",
  question: "Is it settled who leads each activity that the value proposition requires?",
  needs: "required activities, and claims of participants on whether they lead",
  defaultWeight: 1,
  items: (facts, memo = noMemo) =>
    [...facts.activities.values()]
      .filter((activity) => activity.required)
      .map((activity) =>
        memo(activity.key, [activity, ...inputsOf(facts, activity.key)], () => {
          const found = leadClaimsOf(facts, activity.key);
          const { value } = verdict(found);
          const { key, name, importance } = activity;
          return itemOf(
            { key, label: name, subjects: [refTo("activities", key)], weight: importance },
            value === null ? unknownValue : exactly(value),
            evidenceOf([activity, ...found.claims, ...found.amongAll.joinedBy]),
          );
        }),
      ),
  because: (facts, { key }) => {
    const found = leadClaimsOf(facts, key);
    const names = (keys: readonly string[]) => named(keys.map((actor) => actorName(facts, actor)));
    const { leads, attributed } = found;
    const isNamed = attributed.length > 1 ? "are named" : "is named";
    switch (verdict(found).status) {
      case "CONTESTED":
        return `${names(leads)} each claim the lead`;
      case "DISPUTED":
        return leads.length === 0
          ? `${names(attributed)} ${isNamed} as lead, but ${attributed.length > 1 ? "each says that it does" : "says that it does"} not lead`
          : `${names(leads)} ${leads.length > 1 ? "claim" : "claims"} the lead, but ${names(attributed)} ${isNamed} as lead too`;
      case "UNCLAIMED":
        return "nobody claims the lead, and all who take part say that they do not lead";
      default:
        return "it is settled who leads";
    }
  },
  reads: (facts, { key }) => {
    const { claims, amongAll } = leadClaimsOf(facts, key);
    return [...refsOf("claims", claims), ...amongAll.joinedBy.map(alignmentRef)];
  },
});
