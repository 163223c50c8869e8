import type { ChangedKind } from "../../../cypher/changes/history.ts";
import type { LoggedChange } from "../../../cypher/changes/logged.ts";
import { type EcosystemHead, fieldsOf, type RecordKind, recordOfFields } from "../../../cypher/model/document.ts";
import { isRecordKind, recordId, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { ecosystemFields } from "../../../cypher/model/records/ecosystem.ts";
import type { StoredView } from "../../../cypher/views/views.ts";
import { withArticle } from "../../shared/format.ts";
import { isSame } from "../check/same-value.ts";
import { changedFields } from "./conflicts.ts";
import type { Draft } from "./draft.ts";

type Fields = Readonly<Record<string, unknown>>;
const path = "/revision";

/**
 * Takes back what one change did: the fields that it set, the records that it made, renamed or removed. What was changed
 * since is left and refused by name; other fields and others' changes stay. Pure.
 */
export function planRevert(draft: Draft, revision: number): void {
  const logged = draft.atHand.logged(revision);
  if (logged.length === 0) {
    const message = `There is no change with revision ${revision} that could be reverted.`;
    draft.refuse(path, "NOT_FOUND", message);
    return;
  }
  const reverted: LoggedRecord[] = [];
  for (const entry of logged) {
    if (entry.kind === "ecosystem") revertHead(draft, entry);
    else if (entry.kind === "views") revertView(draft, entry);
    else if (isRecordKind(entry.kind)) reverted.push({ ...entry, kind: entry.kind });
  }
  revertRecords(draft, reverted);
}

type LoggedRecord = LoggedChange & { kind: RecordKind };

function revertRecords(draft: Draft, entries: readonly LoggedRecord[]): void {
  const renamed = entries.filter(({ from }) => from !== undefined);
  // The entry of an identity that a record has given up says nothing that the one under its new identity does not.
  const leftBehind = new Set(renamed.map(({ kind, from }) => recordId(kind, from!)));
  const others = entries.filter(
    ({ kind, key, from, after }) => from === undefined && !(after === null && leftBehind.has(recordId(kind, key))),
  );
  const back = renamed.flatMap((entry) => {
    const record = restored(draft, entry);
    return record ? [{ entry, ...record }] : [];
  });
  for (const { entry } of back) draft.remove(entry.kind, entry.key, { path });
  const freed = new Set(back.map(({ entry }) => recordId(entry.kind, entry.key)));
  for (const { entry, current, record } of back) {
    if (freed.has(recordId(entry.kind, entry.from!)) || isFree(draft, entry.kind, entry.from!))
      draft.rename(entry.kind, entry.key, current, record, { path });
  }
  const made: LoggedRecord[] = [];
  for (const entry of others) {
    const { kind, key, before, after, merge } = entry;
    const undone = merge && { merge: { into: merge.into, isUndone: !merge.isUndone } };
    if (!after) {
      if (isFree(draft, kind, key)) draft.put(kind, recordOfFields({ ...before }), { path, ...undone });
      continue;
    }
    const found = restored(draft, entry);
    if (!found) continue;
    if (before) draft.put(kind, found.record, { path });
    else {
      draft.remove(kind, key, { path, ...undone });
      made.push(entry);
    }
  }
  for (const entry of made) refuseReferred(draft, entry);
}

/** The record with the fields that the change set as they were; null, and the draft is told, where one was changed since. */
function restored(draft: Draft, entry: LoggedRecord) {
  const { kind, key, before, after, revision } = entry;
  const stored = draft.atHand.stored(kind, key);
  if (!stored) {
    conflict(draft, entry, null, null, before ?? after);
    const [latest] = draft.atHand.changesSince(kind, key, revision);
    const message = `${latest?.who ?? "Somebody"} has removed the ${recordKinds[kind].singular} "${key}" since.`;
    draft.refuse(path, "CONFLICT", message);
    return null;
  }
  const current = fieldsOf(stored.record);
  const fields = changedFields([{ before, after }]);
  const changed = fields.filter((field) => !isSame(current[field], after![field]));
  for (const field of changed) conflict(draft, entry, field, current[field], before?.[field], stored.version);
  if (changed.length > 0) {
    const labels = changed.map((field) => recordKinds[kind].fields[field]?.label ?? field).join(", ");
    const message = `The ${recordKinds[kind].singular} "${key}" has been changed since: ${labels}. Correct it by hand.`;
    draft.refuse(path, "CONFLICT", message);
    return null;
  }
  const values: Record<string, unknown> = { ...current };
  for (const field of fields) values[field] = before?.[field];
  return { current: stored.record, record: recordOfFields(values) };
}

/** Tells of a field that was changed since, or of a whole record (null). */
function conflict(
  draft: Draft,
  { kind, key, revision }: Pick<LoggedChange, "kind" | "key" | "revision">,
  field: string | null,
  theirs: unknown,
  yours: unknown,
  version = revision,
): void {
  const since = draft.atHand.changesSince(kind as ChangedKind, key, revision);
  const changes = (it: (typeof since)[number]) => field === null || changedFields([it]).includes(field);
  const { who = "unknown", at = "" } = since.find(changes) ?? {};
  draft.conflicts.push({ kind, key, version, field, theirs: theirs ?? null, yours: yours ?? null, who, at });
}

function isFree(draft: Draft, kind: RecordKind, key: string): boolean {
  const stored = draft.atHand.stored(kind, key);
  if (!stored) return true;
  const [latest] = draft.atHand.changesSince(kind, key, stored.version - 1);
  const { who = "unknown", at = "" } = latest ?? {};
  const { record, version } = stored;
  draft.conflicts.push({ kind, key, version, field: null, theirs: record, yours: null, who, at });
  const message = `There is ${withArticle(recordKinds[kind].singular)} "${key}" again, made by ${who} since: delete that one first.`;
  draft.refuse(path, "CONFLICT", message);
  return false;
}

/** What was made since and refers to a record that goes away again; its places on the map go with it. */
function refuseReferred(draft: Draft, { kind, key }: LoggedRecord): void {
  for (const it of draft.referring(kind, key)) {
    if (it.kind === "layout") draft.remove(it.kind, it.key, { path, isNamed: false });
    else
      draft.refuse(
        path,
        "REFERRED_TO",
        `The ${recordKinds[it.kind].singular} "${it.key}" refers to the ${recordKinds[kind].singular} "${key}" that this change made: change or delete it first.`,
      );
  }
  if (kind === "actors" && draft.head?.focal === key)
    draft.refuse(
      path,
      "REFERRED_TO",
      `The actor "${key}" that this change made is the focal firm: choose another first.`,
    );
}

function revertHead(draft: Draft, entry: LoggedChange): void {
  const { before, after } = entry;
  if (!before || !after) {
    const message = before
      ? "This change deleted the ecosystem: restore it instead."
      : "This change created the ecosystem: delete it instead.";
    draft.refuse(path, "INVALID", message);
    return;
  }
  const head: Record<string, unknown> = { ...draft.head };
  for (const field of changedFields([{ before, after }])) {
    if (!isSame(head[field], after[field])) {
      conflict(draft, entry, field, head[field], before[field]);
      const label = ecosystemFields[field as keyof typeof ecosystemFields]?.label ?? field;
      draft.refuse(path, "CONFLICT", `The ecosystem's field "${label}" has been changed since. Correct it by hand.`);
    } else if (before[field] === undefined || before[field] === null) delete head[field];
    else head[field] = before[field];
  }
  // The fields are those of a head, which was stored as such.
  draft.head = head as unknown as EcosystemHead;
}

const contentOfView = ({ name, caption, state, position }: Fields) => ({ name, caption, state, position });

function revertView(draft: Draft, entry: LoggedChange): void {
  const { key, before, after } = entry;
  const current = draft.atHand.views().find((view) => view.key === key) ?? null;
  const { who: by, at } = draft.author;
  const wanted = before as StoredView | null;
  const isUntouched = isSame(current && contentOfView({ ...current }), after && contentOfView(after));
  if (!isUntouched) {
    conflict(draft, entry, null, current, before, current?.version);
    draft.refuse(path, "CONFLICT", `The view "${key}" has been changed since. Correct it by hand.`);
    return;
  }
  const version = (current?.version ?? wanted?.version ?? 0) + 1;
  draft.views.push({ key, before: current, after: wanted && { ...wanted, version, by, at } });
}
