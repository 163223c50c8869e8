import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../../../cypher/model/document.ts";
import { identityOf, isKeyed, recordId, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { capitalise, withArticle } from "../../shared/format.ts";
import { isSame } from "../check/same-value.ts";
import { pointer } from "./answer.ts";
import { alreadyThere, expectVersion } from "./conflicts.ts";
import type { Draft } from "./draft.ts";
import { withoutEmpty } from "./draft.ts";
import { makeKey } from "./make-key.ts";
import { removeReferring } from "./remove-referred.ts";

/** One entry of a batch; `path` is where it stands in the input. */
export type RecordEdit = { kind: RecordKind; path: string } & (
  | {
      does: "put";
      /** Of a kind without keys: the identity of the record to update. */
      record?: string | undefined;
      /** To update; absent to create. */
      expectedVersion?: number | undefined;
      /** Absent: as it is; null: emptied. */
      fields: Readonly<Record<string, unknown>>;
    }
  | { does: "end"; key: string; expectedVersion: number; validTo: string }
  | { does: "delete"; key: string; expectedVersion: number; withReferring: boolean }
);

type Put = Extract<RecordEdit, { does: "put" }>;

/** A record as an edit leaves it: under another identity where `from` differs from its own. */
interface Planned {
  edit: RecordEdit;
  /** Identity of the stored record; null of a new one. */
  from: string | null;
  before: AnyRecord | null;
  after: AnyRecord;
}

/** Plans a batch of changes: their order does not count, and each record may be named once. Pure. */
export function planChanges(draft: Draft, edits: readonly RecordEdit[]): void {
  const named = new Map<string, string>();
  const isTwice = (kind: RecordKind, key: string, path: string): boolean => {
    const name = recordId(kind, key);
    const other = named.get(name);
    if (other !== undefined)
      draft.refuse(
        path,
        "DUPLICATE",
        `The ${recordKinds[kind].singular} "${key}" appears twice in this change, here and at ${other}: keep one.`,
      );
    named.set(name, path);
    return other !== undefined;
  };
  const redirected = edits.map((edit) => redirect(draft, edit));
  const removed = redirected.filter((edit) => edit.does === "delete");
  const planned: Planned[] = [];
  for (const edit of redirected) {
    if (edit.does === "delete") continue;
    const it = edit.does === "end" ? planEnd(draft, edit) : planPut(draft, edit, named);
    if (it && !isTwice(edit.kind, it.from ?? identityOf(edit.kind, it.after), edit.path)) planned.push(it);
  }
  const leaving = new Set(planned.flatMap(({ edit: { kind }, from }) => (from === null ? [] : [recordId(kind, from)])));
  const taken = new Map<string, string>();
  const stands = planned.filter((it) => hasPlace(draft, it, leaving, taken));

  const renamed = stands.filter(({ edit, from, after }) => from !== null && from !== identityOf(edit.kind, after));
  for (const { edit, from } of renamed) draft.remove(edit.kind, from!, edit);
  for (const it of stands) {
    const { edit, from, before, after } = it;
    if (renamed.includes(it)) draft.rename(edit.kind, from!, before!, after, edit);
    else draft.put(edit.kind, after, edit);
  }
  const going = removed.filter((edit) => {
    if (isTwice(edit.kind, edit.key, edit.path)) return false;
    const { kind, key, expectedVersion: version, path } = edit;
    const isPin = kind === "layout" && draft.atHand.stored(kind, key) !== null;
    return isPin || expectVersion(draft, { kind, key, version, yours: {}, path }) !== null;
  });
  for (const edit of going) draft.remove(edit.kind, edit.key, edit);
  for (const { kind, key, path, withReferring } of going) removeReferring(draft, kind, key, path, withReferring);
}

/** Edits that name a merged record reach into the one that it has become part of. */
function redirect(draft: Draft, edit: RecordEdit): RecordEdit {
  const into = (kind: RecordKind, key: string) => draft.atHand.mergedInto(kind, key) ?? key;
  const redirectRecord = (kind: RecordKind, key: string): string => {
    if (isKeyed(kind)) return into(kind, key);
    const { identity, references } = recordKinds[kind];
    const parts = key.split("|");
    const names = identity.map((field, at) => {
      const part = at === identity.length - 1 ? parts.slice(at).join("|") : (parts[at] ?? "");
      const to = references.find((it) => it.field === field)?.to;
      return to === undefined ? part : into(to, part);
    });
    const other = names.join("|");
    return draft.atHand.stored(kind, key) ? key : other;
  };
  if (edit.does !== "put") return { ...edit, key: redirectRecord(edit.kind, edit.key) };
  const values: Record<string, unknown> = { ...edit.fields };
  for (const { field, to, within } of recordKinds[edit.kind].references) {
    const value = values[field];
    if (typeof value === "string") values[field] = into(to, value);
    else if (Array.isArray(value))
      values[field] = within
        ? value.map((it: Record<string, string>) => ({ ...it, [within]: into(to, it[within]!) }))
        : value.map((it: string) => into(to, it));
  }
  const isUpdate = edit.expectedVersion !== undefined;
  if (isUpdate && isKeyed(edit.kind) && typeof values.key === "string") values.key = into(edit.kind, values.key);
  return { ...edit, fields: values, record: edit.record && redirectRecord(edit.kind, edit.record) };
}

function planEnd(draft: Draft, edit: Extract<RecordEdit, { does: "end" }>): Planned | null {
  const { kind, key, expectedVersion: version, validTo, path } = edit;
  const { isFact, singular } = recordKinds[kind];
  if (!isFact) {
    draft.refuse(`${path}/kind`, "INVALID", `${capitalise(withArticle(singular))} has no dates: delete it instead.`);
    return null;
  }
  const stored = expectVersion(draft, { kind, key, version, yours: { validTo }, path });
  if (!stored) return null;
  const after = recordOfFields({ ...fieldsOf(stored.record), validTo });
  return { edit, from: key, before: stored.record, after };
}

function planPut(draft: Draft, edit: Put, named: ReadonlyMap<string, string>): Planned | null {
  const { kind, path, expectedVersion: version, fields } = edit;
  const { singular } = recordKinds[kind];
  const name = isKeyed(kind) ? (fields.key as string | null | undefined) : edit.record;
  const isPin = kind === "layout";
  if (version === undefined && (isKeyed(kind) || edit.record === undefined)) return planNew(draft, edit, named);
  if (name === undefined || name === null) {
    const field = isKeyed(kind) ? "key" : "record";
    draft.refuse(
      `${path}/${field}`,
      "INVALID",
      `${field} says which ${singular} to update: add it, or leave out expectedVersion to create one.`,
    );
    return null;
  }
  if (version === undefined && !isPin) {
    const message = `expectedVersion is required to update ${withArticle(singular)}: give the version that was read.`;
    draft.refuse(`${path}/expectedVersion`, "INVALID", message);
    return null;
  }
  // Layout: the last drag wins, whatever was read.
  const pin = isPin ? draft.atHand.stored(kind, name) : null;
  const stored = pin ?? expectVersion(draft, { kind, key: name, version: version ?? 0, yours: fields, path });
  if (!stored) return null;
  const after = withoutEmpty(recordOfFields({ ...fieldsOf(stored.record), ...fields }));
  return { edit, from: name, before: stored.record, after: signed(draft, kind, stored.record, after) };
}

/** A tag says who set it and when: whoever makes the change, at its time. */
function signed(draft: Draft, kind: RecordKind, before: AnyRecord | null, after: AnyRecord): AnyRecord {
  if (kind !== "tags" || (before && isSame(before, after))) return after;
  const { who: by, at } = draft.author;
  return recordOfFields({ ...fieldsOf(after), by, at });
}

function planNew(draft: Draft, edit: Put, named: ReadonlyMap<string, string>): Planned | null {
  const { kind, path, fields } = edit;
  const record = withoutEmpty(recordOfFields({ ...fields }));
  const isTaken = (key: string) =>
    draft.atHand.stored(kind, key) !== null ||
    draft.atHand.mergedInto(kind, key) !== undefined ||
    named.has(recordId(kind, key));
  const key = isKeyed(kind) && fieldsOf(record).key === undefined ? makeKey(kind, record, isTaken) : undefined;
  const after = key === undefined ? record : recordOfFields({ key, ...fieldsOf(record) });
  const identity = identityOf(kind, after);
  const into = isKeyed(kind) ? draft.atHand.mergedInto(kind, identity) : undefined;
  if (into !== undefined) {
    const message = `The key "${identity}" is that of a record that was merged into "${into}": choose another key.`;
    draft.refuse(`${path}/key`, "DUPLICATE", message);
    return null;
  }
  return { edit, from: null, before: null, after: signed(draft, kind, null, after) };
}

/** Whether a record may have its identity: no other has it, in the store or in the batch. */
function hasPlace(draft: Draft, it: Planned, leaving: ReadonlySet<string>, taken: Map<string, string>): boolean {
  const { edit, from, after } = it;
  const { kind, path } = edit;
  const identity = identityOf(kind, after);
  const name = recordId(kind, identity);
  const other = taken.get(name);
  taken.set(name, path);
  const what = `${recordKinds[kind].singular} "${identity}"`;
  if (other !== undefined) {
    draft.refuse(path, "DUPLICATE", `This would be the same ${what} as the one at ${other}: keep one.`);
    return false;
  }
  if (from === identity || leaving.has(name)) return true;
  const stored = draft.atHand.stored(kind, identity);
  if (!stored) return true;
  if (from === null && kind !== "layout") alreadyThere(draft, stored, after, path);
  else if (from !== null) {
    const message = `There is ${withArticle(what)} already: update that one and delete this one, or correct what identifies it.`;
    draft.refuse(path, "DUPLICATE", message);
  } else return true;
  return false;
}

/** The place of a field of an entry of `changes`. */
export const placeOfChange = (at: number, name: string): string => `/changes/${at}/${pointer(name)}`;
