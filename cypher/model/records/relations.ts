import { relationTypes } from "../enums/relation-type.ts";
import { number, oneOf, reference, required } from "../field.ts";
import { fact } from "../record-description.ts";

export const relations = fact({
  label: "Relation",
  singular: "relation",
  plural: "relations",
  description: "How one actor is related to another, read from the first to the second.",
  identity: ["from", "to", "type", "validFrom"],
  plain: [{ type: { field: "type" }, from: "from", to: "to", properties: ["volume", "share"] }],
  fields: {
    from: required(reference("actors", "FROM", "From", "The actor that supplies, owns or depends.")),
    to: required(reference("actors", "TO", "To", "The actor that is supplied, owned or depended on.")),
    type: required(oneOf(relationTypes, "Type", "How the first is related to the second.")),
    volume: number("Volume", "How much is supplied, in one measure for the whole ecosystem. Only of SUPPLIES.", {
      above: 0,
      max: 1e15,
    }),
    share: number("Share", "The share that is held, above 0 and up to 1. Only of OWNS.", { above: 0, max: 1 }),
  },
});
