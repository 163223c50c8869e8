import type { ChangedKind } from "../../../cypher/changes/history.ts";
import type { RecordKind } from "../../../cypher/model/document.ts";

/** What forbids a change: codes for programs. */
export const changeIssueCodes = {
  INVALID: "A value is not what its field takes, or breaks a rule.",
  UNKNOWN_REFERENCE: "It refers to a record that does not exist, or is deleted by the same change.",
  REFERRED_TO: "Other records refer to it.",
  DUPLICATE: "There is another one with the same identity.",
  CONFLICT: "Somebody else has changed it since it was read.",
  NOT_FOUND: "It does not exist, or no longer.",
  FORBIDDEN: "The caller may not do this.",
} as const;
export type ChangeIssueCode = keyof typeof changeIssueCodes;

/** One thing that forbids a change, at a JSON Pointer into its input. */
export interface ChangeIssue {
  path: string;
  code: ChangeIssueCode;
  message: string;
}

/** What somebody else has changed since the caller read it. */
export interface Conflict {
  kind: ChangedKind;
  key: string;
  /** Of the record now. */
  version: number;
  /** Null: the record as a whole, deleted or made meanwhile. */
  field: string | null;
  theirs: unknown;
  yours: unknown;
  who: string;
  at: string;
}

/** One of the two records of a merge: the one that stays, and the one that becomes part of it. */
export type MergeSide = "INTO" | "FROM";

/** A field for which both records of a merge have a value, of which one can stay. */
export interface MergeDifference {
  kind: RecordKind;
  /** A fact that both have: its identity under the key that stays; null: the merged record itself. */
  record: string | null;
  field: string;
  into: unknown;
  from: unknown;
  /** Whose value stays; null: it has to be chosen. */
  keep: MergeSide | null;
}

/** A part of a JSON Pointer. */
export const pointer = (name: string | number): string => String(name).replaceAll("~", "~0").replaceAll("/", "~1");
