import { tidyChecks } from "../enums/tidy-check.ts";
import { date, oneOf, required, text } from "../field.ts";
import { record } from "../record-description.ts";

export const reviews = record({
  label: "Review",
  singular: "review",
  plural: "reviews",
  description: "A finding of the tidy list that a person has looked at and keeps as it is.",
  identity: ["check", "subject"],
  fields: {
    check: required(oneOf(tidyChecks, "Check", "What was found.")),
    subject: required(
      text(
        "Subject",
        "What it is about: the kind and key of the record, such as actors/rotor; of a possible duplicate both keys, such as actors/rotor/rotor-ag.",
      ),
    ),
    on: date("Reviewed on", "The day on which it was looked at; an aged fact is found again a year later."),
    reason: text("Reason", "Why it stays as it is."),
  },
});
