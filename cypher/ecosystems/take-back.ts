import type { LoggedChange } from "../changes/logged.ts";
import type { AnyRecord, EcosystemDocument, EcosystemHead, RecordKind } from "../model/document.ts";
import { identityOf, isRecordKind } from "../model/record-kinds.ts";
import { recordOf } from "../records/read-rows.ts";
import { documentOf, inOrder } from "./ecosystems.ts";

/**
 * The document before some changes: as it is now, with the entries of the log taken back, the newest first. Collections
 * that they do not name are the same lists. Pure.
 * @param logged every entry since then, oldest revision first
 */
export function takeBack(document: EcosystemDocument, logged: readonly LoggedChange[]): EcosystemDocument {
  const states = new Map<RecordKind, Map<string, AnyRecord | null>>();
  const set = (kind: RecordKind, key: string, state: unknown) => {
    const ofKind = states.get(kind) ?? new Map<string, AnyRecord | null>();
    states.set(kind, ofKind.set(key, state as AnyRecord | null));
  };
  let head = document.ecosystem;
  for (const entries of byRevision(logged)) {
    // Identities that one change has passed on from record to record are all given up before any is taken up again.
    for (const { kind, key, from, before } of entries) {
      if (kind === "ecosystem" && before) head = before as unknown as EcosystemHead;
      if (isRecordKind(kind)) set(kind, key, from === undefined ? before : null);
    }
    for (const { kind, from, before } of entries) if (from !== undefined && isRecordKind(kind)) set(kind, from, before);
  }
  return documentOf(head, (kind) => {
    const records = (document[kind] ?? []) as AnyRecord[];
    const ofKind = states.get(kind);
    return ofKind ? inOrder(kind, withStates(kind, records, ofKind)) : records;
  });
}

/** Newest first. */
function byRevision(logged: readonly LoggedChange[]): LoggedChange[][] {
  const revisions = new Map<number, LoggedChange[]>();
  for (const entry of logged) {
    const known = revisions.get(entry.revision);
    if (known) known.push(entry);
    else revisions.set(entry.revision, [entry]);
  }
  return [...revisions].sort(([a], [b]) => b - a).map(([, entries]) => entries);
}

function withStates(kind: RecordKind, records: AnyRecord[], states: Map<string, AnyRecord | null>): AnyRecord[] {
  const left = new Map(states);
  const now: AnyRecord[] = [];
  for (const record of records) {
    const name = identityOf(kind, record);
    const state = left.get(name);
    left.delete(name);
    if (state === undefined) now.push(record);
    else if (state) now.push(recordOf(kind, state));
  }
  for (const state of left.values()) if (state) now.push(recordOf(kind, state));
  return now;
}
