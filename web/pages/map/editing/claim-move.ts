import type { Fields, ReadRecord, RecordEdit } from "../../../changes/record-edits.ts";

/** What has happened where an actor's part is moved to another activity. */
export type MoveReason = "moved" | "also" | "wrong";

interface Move {
  reason: MoveReason;
  /** The claim that is moved; null where it only joins others. */
  claim: ReadRecord | null;
  /** The day on which the old part ended. */
  day: string;
  /** Key of the new activity. */
  activity: string;
  /** Fields of the new claim: of a moved one without who says so, which stays. */
  fields: Fields;
}

/**
 * What is stored when an actor's part is moved to another activity: its claim ends and another begins, it is joined by
 * another, or it is corrected.
 */
export function claimMoveEdits({ reason, claim, day, activity, fields }: Move): RecordEdit[] {
  if (reason === "also" || !claim) return [{ does: "create", kind: "CLAIMS", fields }];
  if (reason === "wrong") return [{ does: "update", record: claim, fields: { activity } }];
  const { by } = claim.data;
  const next = { ...fields, ...(typeof by === "string" && { by }), validFrom: day };
  return [
    { does: "end", record: claim, validTo: day },
    { does: "create", kind: "CLAIMS", fields: next },
  ];
}
