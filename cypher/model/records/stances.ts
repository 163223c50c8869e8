import { reference, required, scale } from "../field.ts";
import { fact } from "../record-description.ts";

export const stances = fact({
  label: "Stance",
  singular: "stance",
  plural: "stances",
  description: "An actor's position on a topic.",
  identity: ["actor", "topic", "validFrom"],
  plain: [{ type: "HOLDS_STANCE", from: "actor", to: "topic", properties: ["position", "salience"] }],
  fields: {
    actor: required(reference("actors", "TAKEN_BY", "Actor", "Whose position it is.")),
    topic: required(reference("topics", "ON_TOPIC", "Topic", "What it is about.")),
    position: required(scale("Position", "From 1 (the topic's low end) to 5 (its high end).")),
    salience: scale("Salience", "How much the topic matters to the actor, from 1 (little) to 5 (most).", {
      default: 3,
    }),
  },
});
