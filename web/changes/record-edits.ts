import type { RecordChangeInput, RecordKind } from "../graphql/schema-types.ts";
import { describedKind } from "../shared/described-records.ts";
import type { ChangeIssue } from "./change-records.graphql.ts";

/** Fields of a record by name, as in the document; in an edit null empties a field and an absent one stays as it is. */
export type Fields = Readonly<Record<string, unknown>>;

/** Version of a record whose creation is on its way. */
export const notStored = 0;

/** A record as it was read: what an edit rests on. */
export interface ReadRecord {
  kind: RecordKind;
  /** As Record.key gives it. */
  key: string;
  version: number;
  data: Fields;
}

/** One change of one record. */
export type RecordEdit =
  | { does: "create"; kind: RecordKind; fields: Fields }
  | { does: "update"; record: ReadRecord; fields: Fields }
  | { does: "end"; record: ReadRecord; validTo: string }
  | { does: "delete"; record: ReadRecord; withReferring?: boolean };

export const kindOfEdit = (edit: RecordEdit): RecordKind => (edit.does === "create" ? edit.kind : edit.record.kind);

/** Whether records of a kind have a key of their own, by which others refer to them. */
export const isKeyed = (kind: RecordKind): boolean => describedKind(kind).identity.join() === "key";

/** Record.key of a record with these fields: its key, or its identifying fields joined by "|"; null while it has no key. */
export function identityOf(kind: RecordKind, fields: Fields): string | null {
  const { identity } = describedKind(kind);
  if (isKeyed(kind)) return typeof fields.key === "string" ? fields.key : null;
  return identity.map((name) => `${fields[name] ?? ""}`).join("|");
}

/** What the edit makes of the fields of its record; null where it deletes it. */
export function fieldsAfter(edit: RecordEdit): Fields | null {
  if (edit.does === "create") return edit.fields;
  if (edit.does === "update") return { ...edit.record.data, ...edit.fields };
  return edit.does === "end" ? { ...edit.record.data, validTo: edit.validTo } : null;
}

/** Identity of the record that the edit names: a new one by its fields; null of a new one whose key is not made yet. */
export const targetOf = (edit: RecordEdit): string | null =>
  edit.does === "create" ? identityOf(edit.kind, edit.fields) : edit.record.key;

/** Fields that the edit sets. */
export function fieldsSet(edit: RecordEdit): Fields {
  if (edit.does === "end") return { validTo: edit.validTo };
  return edit.does === "delete" ? {} : edit.fields;
}

/** The edit as the API takes it. */
export function toInput(edit: RecordEdit): RecordChangeInput {
  if (edit.does === "end") {
    const { kind, key, version } = edit.record;
    return { end: { kind, key, expectedVersion: version, validTo: edit.validTo } };
  }
  if (edit.does === "delete") {
    const { kind, key, version } = edit.record;
    return { delete: { kind, key, expectedVersion: version, withReferring: edit.withReferring ?? false } };
  }
  const kind = kindOfEdit(edit);
  const named =
    edit.does === "update"
      ? { [isKeyed(kind) ? "key" : "record"]: edit.record.key, expectedVersion: edit.record.version }
      : {};
  // The description names the field of each kind; its type is that of the fields, which the API checks.
  return { [describedKind(kind).input]: { ...edit.fields, ...named } } as RecordChangeInput;
}

/**
 * Two edits of one record as one: a batch may name each record once.
 * @returns null where they cannot be one, as an edit after a deletion
 */
export function joined(first: RecordEdit, then: RecordEdit): RecordEdit | null {
  if (first.does === "delete") return null;
  if (then.does === "delete") return first.does === "create" ? null : { ...then, record: first.record };
  const fields = { ...fieldsSet(first), ...fieldsSet(then) };
  if (first.does === "create") return { ...first, fields };
  return { does: "update", record: first.record, fields };
}

/** An error at one field of one edit. */
export interface EditIssue {
  /** Which edit of those submitted together; null where it is none of them. */
  edit: number | null;
  /** Field of the record, and below it the place within a list: "requires/0/level"; null: the record as a whole. */
  field: string | null;
  /** What is wrong, for programs; absent where the request as a whole failed. */
  code?: ChangeIssue["code"];
  message: string;
}

/** The place of an error that a JSON Pointer into the batch names: "/changes/2/actor/name". */
export function placeOfIssue(path: string): { at: number; field: string | null } | null {
  const [, root, at, , ...below] = path.split("/");
  if (root !== "changes" || !/^\d+$/.test(at ?? "")) return null;
  const field = below.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~")).join("/");
  return { at: Number(at), field: field === "" ? null : field };
}
