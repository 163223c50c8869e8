import { name, required, text } from "../field.ts";
import { ownKey, record } from "../record-description.ts";

export const topics = record({
  label: "Topic",
  singular: "topic",
  plural: "topics",
  description: "An expectation of the ecosystem, as a question that actors answer on a scale from 1 to 5.",
  fields: {
    key: ownKey,
    name: required(name("Name", "The topic in a few words.")),
    question: text("Question", "What the actors are asked."),
    low: name("Low end", "What position 1 means."),
    high: name("High end", "What position 5 means."),
  },
});
