import { enumTable, type ValueOf } from "../enum-table.ts";

export const layers = enumTable(
  "Layer",
  "The layer of the technology stack that an activity belongs to, from the equipment to its operation.",
  {
    EQUIPMENT: { word: "Equipment", description: "Machines and their parts." },
    CONNECTIVITY: { word: "Connectivity", description: "Sensors, networks and the transfer of data." },
    PLATFORM: { word: "Platform", description: "Storing, integrating and sharing data." },
    ANALYTICS: { word: "Analytics", description: "Turning data into findings and forecasts." },
    SERVICE: { word: "Service", description: "Maintenance, advice and other services." },
    OPERATION: { word: "Operation", description: "Running the customer's process." },
  },
);

export type Layer = ValueOf<typeof layers>;
