import { maintenanceHistories } from "../enums/maintenance-history.ts";
import { boolean, integer, name, oneOf, reference, required } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const installations = fact({
  label: "Installation",
  singular: "installation",
  plural: "installations",
  description: "Equipment of one make and year in use at a customer.",
  plain: [{ type: "OPERATES", from: "customer", to: "self", properties: [] }],
  fields: {
    key: ownKey,
    customer: required(reference("actors", "INSTALLED_AT", "Customer", "Where it is in use.")),
    origin: reference("actors", "MADE_BY", "Manufacturer", "The actor that made it. Empty: not known."),
    units: integer("Units", "How many there are.", { min: 1, max: 100_000_000, default: 1, unit: "units" }),
    installedYear: integer("Installed in", "The year in which it was installed.", {
      min: 1900,
      max: 2100,
      unit: "year",
    }),
    controlSystem: reference(
      "controlSystems",
      "CONTROLLED_BY",
      "Control system",
      "The control system that it runs on.",
    ),
    connected: boolean("Connected", "Whether it sends data. Empty: not known."),
    history: oneOf(maintenanceHistories, "Maintenance history", "How its history is recorded."),
    equipment: name("Equipment", "What it is, such as a model or a line."),
  },
});
