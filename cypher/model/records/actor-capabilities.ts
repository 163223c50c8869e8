import { reference, required, unitInterval } from "../field.ts";
import { fact } from "../record-description.ts";

export const actorCapabilities = fact({
  label: "ActorCapability",
  singular: "capability level",
  plural: "capability levels",
  description: "How far an actor has a capability.",
  identity: ["actor", "capability", "validFrom"],
  plain: [{ type: "HAS_CAPABILITY", from: "actor", to: "capability", properties: ["level"] }],
  fields: {
    actor: required(reference("actors", "HELD_BY", "Actor", "Who has it.")),
    capability: required(reference("capabilities", "OF_CAPABILITY", "Capability", "What it is able to do.")),
    level: required(unitInterval("Level", "From 0 (not at all) to 1 (fully).")),
  },
});
