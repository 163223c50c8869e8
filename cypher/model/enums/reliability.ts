import { enumTable, type ValueOf } from "../enum-table.ts";

export const reliabilities = enumTable("Reliability", "The reliability of a source on the Admiralty scale.", {
  A: { word: "A – completely reliable", description: "No doubt about the source; a history of complete reliability." },
  B: { word: "B – usually reliable", description: "Minor doubts; a history of mostly valid information." },
  C: { word: "C – fairly reliable", description: "Doubts; it has provided valid information in the past." },
  D: { word: "D – not usually reliable", description: "Significant doubts." },
  E: { word: "E – unreliable", description: "A history of invalid information." },
  F: { word: "F – cannot be judged", description: "Too little is known of the source." },
});

export type Reliability = ValueOf<typeof reliabilities>;
