import type { ReadRecord, RecordEdit } from "../../changes/record-edits.ts";
import type { CompetitorType } from "../../graphql/schema-types.ts";

/** A tag as the document has it. */
export interface Tag {
  actor: string;
  focal: string;
  type?: CompetitorType;
  label?: string;
  reason?: string;
  by?: string;
  at?: string;
}

interface Tagging {
  focal: string;
  rival: string;
  /** The competitor type, or a label in the analyst's own words. */
  says: { type: CompetitorType } | { label: string };
  /** In the analyst's words; empty for none. */
  reason: string;
  /** The tag that is stored already: a rival has one type, and each label once. */
  stored: ReadRecord | undefined;
}

/** The edit that tags a rival; the API signs and dates it. */
export function tagEdit({ focal, rival, says, reason, stored }: Tagging): RecordEdit {
  const trimmed = reason.trim();
  if (stored) return { does: "update", record: stored, fields: { ...says, reason: trimmed || null } };
  const fields = { actor: rival, focal, ...says, ...(trimmed && { reason: trimmed }) };
  return { does: "create", kind: "TAGS", fields };
}

/** What a form of a tag sets. */
export type TagPart = "type" | "label";

/** Name under which what is typed in the form of a tag is kept. */
export const tagDraft = (ecosystem: string, focal: string, rival: string, what: TagPart): string =>
  `${ecosystem} ${focal} tag ${rival} ${what}`;
