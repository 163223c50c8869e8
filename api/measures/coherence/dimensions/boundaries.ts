import { anew } from "../../../shared/reuse.ts";
import type { Facts } from "../../../time/facts.ts";
import { standingOf, verdict } from "../../boundary/boundary.ts";
import { claimsLead } from "../../position/position.ts";
import { exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, itemOf, refTo } from "../dimension.ts";

/** All that the standing of an activity is read from: its claims, and what may align those that are named as leads. */
function readBy(facts: Facts, activity: string): unknown[] {
  const claims = facts.claimsOn.get(activity);
  const named = new Set((claims ?? []).filter(claimsLead).map((claim) => claim.about));
  return [claims, ...[...named].flatMap((actor) => [facts.alliances.get(actor), facts.initiativesOf.get(actor)])];
}

export const boundariesDimension: Dimension = {
  kind: "BOUNDARIES",
  question: "Is it settled who leads each activity that the proposition requires?",
  needs: "required activities, and claims that say who leads them",
  items: (facts, reuse = anew) =>
    [...facts.activities.values()]
      .filter((activity) => activity.required)
      .map((activity) =>
        reuse(activity.key, [activity, ...readBy(facts, activity.key)], () => {
          const standing = standingOf(facts, activity.key);
          const { value } = verdict(standing);
          const { key, name, importance } = activity;
          return itemOf(
            { key, label: name, subjects: [refTo("activities", key)], weight: importance },
            value === null ? unknownValue : exactly(value),
            evidenceOf([activity, ...standing.claims, ...standing.amongAll.joinedBy]),
          );
        }),
      ),
};
