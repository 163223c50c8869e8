import type { ChangeAnswer, ChangedRow } from "./change-records.graphql.ts";
import type { EditGroup } from "./queue-storage.ts";
import type { FieldConflict } from "./rebase.ts";
import type { EditIssue, RecordEdit } from "./record-edits.ts";

/** An answer of the API, or why there is none. */
export type Sent =
  | { answer: ChangeAnswer }
  /** @property retry whether the same request may succeed later */
  | { failure: string; retry: boolean };

export type Outcome =
  /**
   * @property revision null: everything was so already
   * @property changed the records of the caller's own edits
   * @property allChanged all that the revision has changed: other edits may have gone in the same batch
   */
  | { kind: "stored"; revision: number | null; changed: readonly ChangedRow[]; allChanged: readonly ChangedRow[] }
  | { kind: "refused"; issues: readonly EditIssue[] }
  | { kind: "discarded" };

export interface SubmitOptions {
  label: string;
  why?: string;
  /** Sends at once rather than with what comes within a second. */
  now?: boolean;
  /** Whether the caller still shows errors; otherwise, or when it says no, the page shows them in a notice. */
  showsErrors?: () => boolean;
}

/** A conflict that waits for the person's choice. */
export interface OpenConflict {
  id: string;
  label: string;
  edit: RecordEdit;
  fields: readonly FieldConflict[];
}

/** A change that was refused when nobody showed its errors any more. */
export interface RefusedGroup {
  group: EditGroup;
  issues: readonly EditIssue[];
}

export interface QueueState {
  /** Edits that are not stored yet. */
  waiting: number;
  /** Why nothing can be sent now; null while all is well. */
  trouble: string | null;
  /** Whether what waits is kept through a reload. */
  isKept: boolean;
  conflicts: readonly OpenConflict[];
  refused: readonly RefusedGroup[];
}
