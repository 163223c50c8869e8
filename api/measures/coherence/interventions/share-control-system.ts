import { controlSystems } from "../dimensions/control-systems.ts";
import { defineIdeal } from "./ideal.ts";

export const shareControlSystem = defineIdeal({
  kind: "SHARE_CONTROL_SYSTEM",
  name: "Share a control system",
  description: "All equipment of a customer uses one control system, which all other customers use too.",
  settles: controlSystems.kind,
  label: (customer) => `Use one control system at ${customer}`,
  change: (customer) => `All equipment at ${customer} uses one control system, which all other customers use too`,
});
