import { enumTable, type ValueOf } from "../enum-table.ts";

export const maintenanceHistories = enumTable("MaintenanceHistory", "How the history of equipment is recorded.", {
  NONE: { word: "None", description: "No records." },
  MANUAL: { word: "Manual", description: "On paper, or typed in by hand." },
  DIGITAL: { word: "Digital", description: "Recorded by the equipment or its control system." },
});

export type MaintenanceHistory = ValueOf<typeof maintenanceHistories>;
