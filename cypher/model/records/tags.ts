import { competitorTypes } from "../enums/competitor-type.ts";
import { dateTime, name, oneOf, reference, required, text } from "../field.ts";
import { record } from "../record-description.ts";

export const tags = record({
  label: "Tag",
  singular: "tag",
  plural: "tags",
  description: "An analyst's word on a rival of a focal firm: its competitor type, or a free label.",
  identity: ["actor", "focal", "label"],
  exactlyOneOf: ["type", "label"],
  fields: {
    actor: required(reference("actors", "ON_RIVAL", "Rival", "The actor that is tagged.")),
    focal: required(reference("actors", "SEEN_FROM", "Focal firm", "The actor whose rival it is.")),
    type: oneOf(competitorTypes, "Competitor type", "Takes precedence over the type that is inferred from facts."),
    label: name("Label", "A free word, in place of a type."),
    reason: text("Reason", "Why."),
    by: name("By", "Who set the tag."),
    at: dateTime("At", "When it was set."),
  },
});
