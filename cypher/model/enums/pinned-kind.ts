import { enumTable, type ValueOf } from "../enum-table.ts";

export const pinnedKinds = enumTable("PinnedKind", "What kind of record a layout position is of.", {
  ACTOR: { word: "Actor", description: "An actor." },
  ACTIVITY: { word: "Activity", description: "An activity." },
  STANDARD: { word: "Standard", description: "A standard." },
  OFFERING: { word: "Offering", description: "An offering." },
});

export type PinnedKind = ValueOf<typeof pinnedKinds>;

/** Collection of the pinned record. */
export const pinnedRecords = {
  ACTOR: "actors",
  ACTIVITY: "activities",
  STANDARD: "standards",
  OFFERING: "offerings",
} as const satisfies Record<PinnedKind, string>;
