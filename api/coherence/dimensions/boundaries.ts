import { standingOf, verdict } from "../../boundary/boundary.ts";
import { exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, refTo } from "../dimension.ts";

export const boundariesDimension: Dimension = {
  kind: "BOUNDARIES",
  question: "Is it settled who leads each activity that the proposition requires?",
  needs: "required activities, and claims that say who leads them",
  items: (facts) =>
    [...facts.activities.values()]
      .filter((activity) => activity.required)
      .map((activity) => {
        const standing = standingOf(facts, activity.key);
        const { value } = verdict(standing);
        return {
          key: activity.key,
          label: activity.name,
          subjects: [refTo("activities", activity.key)],
          ...(value === null ? unknownValue : exactly(value)),
          weight: activity.importance,
          evidence: evidenceOf([activity, ...standing.claims, ...standing.amongAll.joinedBy]),
        };
      }),
};
