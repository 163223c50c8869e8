import { type AnyRecord, fieldsOf, type RecordKind } from "../../../cypher/model/document.ts";
import { recordKinds } from "../../../cypher/model/record-kinds.ts";
import type { StoredRecord } from "../../../cypher/records/read-stored.ts";
import { withArticle } from "../../shared/format.ts";
import { isSame } from "../check/same-value.ts";
import type { Draft } from "./draft.ts";

interface Expected {
  kind: RecordKind;
  key: string;
  /** The revision of the record's last change when the caller read it. */
  version: number;
  /** What the caller wants the fields to be; only those that the change sets. */
  yours: Readonly<Record<string, unknown>>;
  path: string;
}

/** The stored record when it still is the one that the caller has read; else null, and the draft is told why. */
export function expectVersion(draft: Draft, expected: Expected): StoredRecord | null {
  const { kind, key, version, yours, path } = expected;
  const stored = draft.atHand.stored(kind, key);
  if (stored?.version === version) return stored;
  // The history is read only when it is known to be needed: of a record that is changed often it is long.
  if (!draft.atHand.isRead(kind, key)) return null;
  const since = draft.atHand.changesSince(kind, key, version);
  const what = recordKinds[kind].singular;
  const [latest] = since;
  if (!stored) {
    if (!latest) {
      draft.refuse(path, "NOT_FOUND", `There is no ${what} "${key}": correct the key. It may have been deleted.`);
      return null;
    }
    draft.refuse(path, "CONFLICT", `${latest.who} has deleted this ${what} since you read it.`);
    const { who, at, revision } = latest;
    draft.conflicts.push({ kind, key, version: revision, field: null, theirs: null, yours, who, at });
    return null;
  }
  const labels: string[] = [];
  if (since.some(({ before, after }) => !before || !after)) {
    const { who, at } = latest!;
    draft.conflicts.push({ kind, key, version: stored.version, field: null, theirs: stored.record, yours, who, at });
  } else {
    const base = (since.at(-1)?.before ?? {}) as Record<string, unknown>;
    const theirs = fieldsOf(stored.record);
    for (const field of changedFields(since)) {
      const { who, at } = since.find(({ before, after }) => differs(before, after, field))!;
      const own = Object.hasOwn(yours, field) ? yours[field] : base[field];
      draft.conflicts.push({
        kind,
        key,
        version: stored.version,
        field,
        theirs: theirs[field] ?? null,
        yours: own ?? null,
        who,
        at,
      });
      labels.push(recordKinds[kind].fields[field]?.label ?? field);
    }
  }
  const who = latest ? latest.who : "Somebody";
  const fields = labels.length > 0 ? `: ${labels.join(", ")}` : "";
  draft.refuse(
    path,
    "CONFLICT",
    `${who} has changed this ${what} since you read it (version ${stored.version}, yours is ${version})${fields}.`,
  );
  return null;
}

type Entry = { before: object | null; after: object | null };

const fieldIn = (state: object | null, field: string): unknown => (state as Record<string, unknown> | null)?.[field];
const differs = (before: object | null, after: object | null, field: string): boolean =>
  !isSame(fieldIn(before, field), fieldIn(after, field));

/** Fields that any of the changes has set, in the order of the record. */
export function changedFields(entries: readonly Entry[]): string[] {
  const names = new Set(entries.flatMap(({ before, after }) => Object.keys({ ...before, ...after })));
  return [...names].filter((field) => entries.some(({ before, after }) => differs(before, after, field)));
}

/** A record that is there when it should be new. */
export function alreadyThere(draft: Draft, stored: StoredRecord, yours: AnyRecord, path: string): void {
  const { kind, key, record, version } = stored;
  const [latest] = draft.atHand.changesSince(kind, key, version - 1);
  const { who = "unknown", at = "" } = latest ?? {};
  draft.refuse(
    path,
    "CONFLICT",
    `There is ${withArticle(recordKinds[kind].singular)} "${key}" already (version ${version}): update that one, or choose another key.`,
  );
  draft.conflicts.push({ kind, key, version, field: null, theirs: record, yours, who, at });
}
