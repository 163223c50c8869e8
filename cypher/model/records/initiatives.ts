import { date, list, name, reference, required, text } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const initiatives = fact({
  label: "Initiative",
  singular: "initiative",
  plural: "initiatives",
  description: "Joint development by several actors.",
  plain: [{ type: "TAKES_PART_IN", from: "participants", to: "self", properties: [] }],
  fields: {
    key: ownKey,
    name: required(name("Name", "What it is called.")),
    description: text("Description", "What is developed."),
    participants: required(
      list(reference("actors", "JOINED_BY", "Participants", "The actors that take part, at least two."), {
        minItems: 2,
        maxItems: 2_000,
      }),
    ),
    standards: list(reference("standards", "DEVELOPS", "Standards", "The standards that it develops."), {
      maxItems: 200,
    }),
    startedOn: date("Started", "The first day."),
    endedOn: date("Ended", "The day from which on it is over."),
  },
});
