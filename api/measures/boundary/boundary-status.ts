import { enumTable, type ValueOf } from "../../../cypher/model/enum-table.ts";

/** Statuses of a boundary. Source: docs/model.md, section 3. */
export const boundaryStatuses = enumTable("BoundaryStatus", "How far it is settled who leads an activity.", {
  UNKNOWN: {
    word: "Unknown",
    description: "No claim says who leads, or somebody who takes part has not said that it does not lead.",
  },
  ATTRIBUTED: {
    word: "Attributed",
    description: "Nobody claims the lead; others name an actor that has not said whether it leads.",
  },
  UNCLAIMED: { word: "Unclaimed", description: "Nobody claims the lead, and all who take part say that they do not." },
  CONTESTED: { word: "Contested", description: "Several parties that are not aligned claim the lead." },
  DISPUTED: {
    word: "Disputed",
    description:
      "Others name a lead who is not aligned with those who claim it; or nobody claims it, and all who are named say that they do not lead.",
  },
  SHARED: { word: "Shared", description: "Several aligned actors lead." },
  AGREED: { word: "Agreed", description: "One actor leads, and nobody else is named." },
});

export type BoundaryStatus = ValueOf<typeof boundaryStatuses>;

/** The status as a word in a sentence. */
export const statusInWords = (status: BoundaryStatus): string => boundaryStatuses.values[status].word.toLowerCase();
