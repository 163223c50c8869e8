import { reliabilities } from "../enums/reliability.ts";
import { date, integer, name, oneOf, required, text, url } from "../field.ts";
import { ownKey, record } from "../record-description.ts";

export const evidence = record({
  label: "Evidence",
  singular: "evidence",
  plural: "evidence",
  description: "A source that supports facts, graded on the Admiralty scale.",
  fields: {
    key: ownKey,
    title: required(name("Title", "The title of the source.")),
    publisher: name("Publisher", "Who published it."),
    url: url("Address", "Where it can be read, from http:// or https:// on."),
    publishedOn: date("Published", "The day on which it was published."),
    retrievedOn: date("Retrieved", "The day on which it was read."),
    excerpt: text("Excerpt", "The passage that matters."),
    reliability: oneOf(reliabilities, "Reliability", "How reliable the source is, from A to F on the Admiralty scale."),
    credibility: integer(
      "Credibility",
      "How credible the information is on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.",
      { min: 1, max: 6 },
    ),
  },
});
