import { layers } from "../enums/layer.ts";
import { boolean, name, number, oneOf, parts, reference, required, scale, text, unitInterval } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const activities = fact({
  label: "Activity",
  singular: "activity",
  plural: "activities",
  description: "What somebody must do for the value proposition.",
  fields: {
    key: ownKey,
    name: required(name("Name", "What is to be done.")),
    description: text("Description", "What belongs to it, in a few sentences."),
    layer: oneOf(layers, "Layer", "The layer of the technology stack that it belongs to. Empty: not given."),
    required: boolean("Required", "Whether the value proposition fails without it.", { default: true }),
    importance: scale("Importance", "From 1 (minor) to 5 (vital).", { default: 3 }),
    serviceness: unitInterval("Serviceness", "From 0 (making equipment) to 1 (running the customer's process)."),
    requires: parts(
      {
        capability: required(reference("capabilities", "REQUIRES", "Capability", "What an actor must be able to do.")),
        level: required(number("Level", "How far, above 0 and up to 1.", { above: 0, max: 1 })),
      },
      "Required capabilities",
      "The capabilities that it takes, each with a level.",
      { maxItems: 50 },
    ),
  },
});
