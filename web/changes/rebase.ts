import { type Fields, fieldsSet, type RecordEdit } from "./record-edits.ts";

/** A field that somebody else has changed since it was read. */
export interface FieldConflict {
  /** Null: the record as a whole, deleted or made meanwhile. */
  field: string | null;
  theirs: unknown;
  yours: unknown;
  who: string;
  at: string;
}

/** As the API tells it. */
export interface ToldConflict extends FieldConflict {
  key: string;
  /** Of the record now. */
  version: number;
}

/** What becomes of an edit of a record that was changed since. */
export type Rebased =
  | { kind: "rebased"; edit: RecordEdit }
  /** Somebody else has done the same. */
  | { kind: "done" }
  /** The person has to choose. @property edit with the version that is stored now */
  | { kind: "ask"; edit: RecordEdit; fields: FieldConflict[] };

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Repeats an edit upon what is stored now; where both have changed a field to something else, the person has to choose. */
export function rebase(edit: RecordEdit, conflicts: readonly ToldConflict[]): Rebased {
  const whole = conflicts.find(({ field }) => field === null);
  if (whole) return rebaseOnRecord(edit, whole);
  const [latest] = conflicts;
  if (!latest || edit.does === "create") return { kind: "ask", edit, fields: [...conflicts] };
  const theirs = Object.fromEntries(conflicts.map((conflict) => [conflict.field, conflict.theirs]));
  const record = { ...edit.record, version: latest.version, data: { ...edit.record.data, ...theirs } };
  if (edit.does === "delete") return { kind: "ask", edit: { ...edit, record }, fields: [...conflicts] };
  const merged = withEvidenceMerged(edit, theirs);
  const set = fieldsSet(merged);
  const both = conflicts.filter(
    ({ field, theirs }) => Object.hasOwn(set, field!) && field !== "evidence" && !isSame(theirs, set[field!]),
  );
  const rebased: RecordEdit = { ...merged, record };
  return both.length > 0 ? { kind: "ask", edit: rebased, fields: both } : { kind: "rebased", edit: rebased };
}

/** The record was deleted meanwhile, or one like the new one was made. */
function rebaseOnRecord(edit: RecordEdit, whole: ToldConflict): Rebased {
  const { theirs: there, version, who, at } = whole;
  if (there === null || there === undefined) {
    if (edit.does === "delete") return { kind: "done" };
    if (edit.does === "create") return { kind: "ask", edit, fields: [whole] };
    // What can be stored now is a new record with all that was read and typed.
    const fields = { ...edit.record.data, ...fieldsSet(edit) };
    return { kind: "ask", edit: { does: "create", kind: edit.record.kind, fields }, fields: [whole] };
  }
  const data = there as Fields;
  if (edit.does !== "create" && edit.does !== "update")
    return { kind: "ask", edit: { ...edit, record: { ...edit.record, version, data } }, fields: [whole] };
  const { kind } = edit.does === "create" ? edit : edit.record;
  const fields = Object.entries(edit.fields).flatMap(([field, yours]) =>
    isSame(data[field], yours) ? [] : [{ field, theirs: data[field] ?? null, yours, who, at }],
  );
  if (fields.length === 0) return { kind: "done" };
  const record = { kind, key: edit.does === "update" ? edit.record.key : whole.key, version, data };
  const changed = Object.fromEntries(fields.map(({ field, yours }) => [field, yours]));
  return { kind: "ask", edit: { does: "update", record, fields: changed }, fields };
}

/** Sources that both have added to a fact stay both; one that either has removed goes. */
function withEvidenceMerged<Edit extends RecordEdit>(edit: Edit, theirs: Fields): Edit {
  if (edit.does !== "update" || !Object.hasOwn(edit.fields, "evidence") || !Object.hasOwn(theirs, "evidence"))
    return edit;
  const before = listOf(edit.record.data.evidence);
  const yours = listOf(edit.fields.evidence);
  const kept = listOf(theirs.evidence).filter((key) => !before.includes(key) || yours.includes(key));
  const added = yours.filter((key) => !before.includes(key) && !kept.includes(key));
  return { ...edit, fields: { ...edit.fields, evidence: [...kept, ...added] } };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * The edit after the person has chosen.
 * @param mine fields of the conflict in which the own value is to be stored
 * @returns null where nothing of it is left
 */
export function resolved(
  edit: RecordEdit,
  fields: readonly FieldConflict[],
  mine: ReadonlySet<string>,
): RecordEdit | null {
  if (edit.does === "delete" || edit.does === "end" || fields.some(({ field }) => field === null))
    return mine.size > 0 ? edit : null;
  const given = fields.filter(({ field }) => !mine.has(field!)).map(({ field }) => field);
  const left = Object.fromEntries(Object.entries(edit.fields).filter(([name]) => !given.includes(name)));
  return Object.keys(left).length > 0 ? { ...edit, fields: left } : null;
}

/** What `mine` holds where the record as a whole is kept against the other's change. */
export const wholeRecord = "";
