import { reference, required, unitInterval } from "../field.ts";
import { fact } from "../record-description.ts";

export const adoptions = fact({
  label: "Adoption",
  singular: "adoption",
  plural: "adoptions",
  description: "How far an actor follows a standard; from one half on it counts as adopted.",
  identity: ["actor", "standard", "validFrom"],
  plain: [{ type: "ADOPTS", from: "actor", to: "standard", properties: ["extent"] }],
  fields: {
    actor: required(reference("actors", "ADOPTED_BY", "Actor", "Who follows it.")),
    standard: required(reference("standards", "OF_STANDARD", "Standard", "What it follows.")),
    extent: required(unitInterval("Extent", "From 0 (not at all) to 1 (fully).")),
  },
});
