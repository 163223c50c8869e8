import { describedKind } from "../shared/described-records.ts";
import { kindOfEdit, type RecordEdit } from "./record-edits.ts";

/** The source that the person works from: every fact entered meanwhile rests on it. */
export interface Source {
  /** Key of the evidence. */
  key: string;
  title: string;
  /** Admiralty grade: "B2"; empty where it has none. */
  grade: string;
}

/** The edit with the source among its evidence, unless it says itself what it rests on or is no fact. */
export function withSource(edit: RecordEdit, source: Source | null): RecordEdit {
  if (!source || (edit.does !== "create" && edit.does !== "update")) return edit;
  if (!describedKind(kindOfEdit(edit)).isFact || Object.hasOwn(edit.fields, "evidence")) return edit;
  const before = edit.does === "update" && Array.isArray(edit.record.data.evidence) ? edit.record.data.evidence : [];
  if (before.includes(source.key)) return edit;
  return { ...edit, fields: { ...edit.fields, evidence: [...before, source.key] } };
}
