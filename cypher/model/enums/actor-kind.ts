import { enumTable, type ValueOf } from "../enum-table.ts";

export const actorKinds = enumTable("ActorKind", "What an actor is; the first of several is the primary one.", {
  MANUFACTURER: { word: "Manufacturer", description: "Makes and sells equipment." },
  CUSTOMER: { word: "Customer", description: "Buys and operates the equipment." },
  SOFTWARE_PROVIDER: { word: "Software provider", description: "Develops software that others use." },
  ANALYST: { word: "Data analytics firm", description: "Turns the data of others into findings." },
  START_UP: { word: "Start-up", description: "A young firm with a new offering." },
  SERVICE_PROVIDER: { word: "Service provider", description: "Maintains, operates or advises for others." },
  TECHNOLOGY_FIRM: {
    word: "Technology firm",
    description: "A diversified firm in technology, such as a platform or telecommunications company.",
  },
  STANDARDS_BODY: { word: "Standards body", description: "Develops or maintains standards." },
  OTHER: { word: "Other", description: "None of these, or not known." },
});

export type ActorKind = ValueOf<typeof actorKinds>;
