import { enumTable, type ValueOf } from "../enum-table.ts";

export const standardStatuses = enumTable("StandardStatus", "The status of a standard.", {
  PROPOSED: { word: "Proposed", description: "Suggested; no draft yet." },
  DRAFT: { word: "Draft", description: "A draft is being worked on." },
  PUBLISHED: { word: "Published", description: "Published and in effect." },
  WITHDRAWN: { word: "Withdrawn", description: "No longer in effect." },
});

export type StandardStatus = ValueOf<typeof standardStatuses>;
