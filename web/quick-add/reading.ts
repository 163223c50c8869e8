import type { Fields } from "../changes/record-edits.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import type { Candidate } from "./names.ts";
import type { Span } from "./span.ts";

/** A part of the sentence that says what was understood. */
export interface SentencePart {
  text: string;
  /** Names and values are what was read; words join them. */
  role: "name" | "value" | "word";
}

export interface Problem extends Span {
  message: string;
  /** Records that may be meant, to complete the name. */
  candidates: readonly Candidate[];
}

export interface NewRecord {
  kind: RecordKind;
  fields: Fields;
}

/** What was understood of a line. */
export interface Reading {
  /** Empty while something is not understood. */
  records: readonly NewRecord[];
  sentence: readonly SentencePart[];
  problems: readonly Problem[];
  /** Names are being looked up. */
  isPending: boolean;
}
