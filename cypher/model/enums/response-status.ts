import { enumTable, type ValueOf } from "../enum-table.ts";

export const responseStatuses = enumTable("ResponseStatus", "The status of a response to a move.", {
  PLANNED: { word: "Planned", description: "Decided, not begun." },
  UNDER_WAY: { word: "Under way", description: "Begun, not finished." },
  DONE: { word: "Done", description: "Finished." },
  DECLINED: { word: "Declined", description: "It was decided not to respond." },
});

export type ResponseStatus = ValueOf<typeof responseStatuses>;
