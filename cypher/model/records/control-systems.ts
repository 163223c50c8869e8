import { name, reference, required } from "../field.ts";
import { ownKey, record } from "../record-description.ts";

export const controlSystems = record({
  label: "ControlSystem",
  singular: "control system",
  plural: "control systems",
  description: "A control system that equipment runs on.",
  fields: {
    key: ownKey,
    name: required(name("Name", "What it is called.")),
    vendor: reference("actors", "SOLD_BY", "Vendor", "The actor that sells it."),
  },
});
