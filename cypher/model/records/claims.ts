import { boolean, reference, required, unitInterval } from "../field.ts";
import { fact } from "../record-description.ts";

export const claims = fact({
  label: "Claim",
  singular: "claim",
  plural: "claims",
  description:
    "What is said about an actor's part in an activity: by itself, by another actor, or as your own assessment.",
  identity: ["by", "about", "activity", "validFrom"],
  plain: [{ type: "CLAIMS", from: "about", to: "activity", properties: ["extent", "lead", "by"] }],
  fields: {
    by: reference("actors", "MADE_BY", "Claimed by", "Who says so. Empty: your own assessment."),
    about: required(reference("actors", "ABOUT", "About", "The actor whose part it is.")),
    activity: required(reference("activities", "ON_ACTIVITY", "Activity", "The activity that it takes part in.")),
    extent: required(unitInterval("Extent", "How much of the activity it does, from 0 (nothing) to 1 (all).")),
    lead: boolean("Leads", "Whether it leads the activity. Empty: nothing is said about it."),
  },
});
