import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import type { AnyRecord, RecordKind } from "../model/document.ts";
import { identityOf, isRecordKind } from "../model/record-kinds.ts";
import { mergedKeysOf, mergedKeysQuery } from "../records/merged-keys.ts";
import { recordOf } from "../records/read-rows.ts";
import { documentOf, headQuery, inOrder, revisionQuery, type StoredDocument, withoutAbsent } from "./ecosystems.ts";

/** Above this number of changed records all of them are read. */
const mostChanged = 2_000;

type Since = { ecosystem: string; after: number };
const countQuery = defineQuery<Since, { changes: number; records: number }>(
  import.meta.url,
  "../changes/count-changes-since.cypher",
  ["ecosystem", "after"],
  z.object({ changes: z.number(), records: z.number() }),
);
const changesQuery = defineQuery<Since, { kind: string; revision: number; keys: string[]; after: string[] }>(
  import.meta.url,
  "../changes/read-record-changes-since.cypher",
  ["ecosystem", "after"],
  z.object({ kind: z.string(), revision: z.number(), keys: z.array(z.string()), after: z.array(z.string()) }),
);

/**
 * Incremental read: current facts, from those at an earlier revision and the change log since, at a hundredth of the
 * cost for a small change of a large ecosystem. Unchanged collections are the same lists. Null when the log does not
 * cover every revision between, when much has changed, and during a concurrent change.
 */
export async function readSince(db: Database, before: StoredDocument): Promise<StoredDocument | null> {
  const since = { ecosystem: before.document.ecosystem.key, after: before.revision };
  const key = since.ecosystem;
  return db.reading(async (tx) => {
    const [[head], [count]] = await Promise.all([tx.run(headQuery, { key }), tx.run(countQuery, since)]);
    if (!head || !count || head.revision - before.revision !== count.changes || count.records > mostChanged)
      return null;
    const [rows, merged, [after]] = await Promise.all([
      tx.run(changesQuery, since),
      tx.run(mergedKeysQuery, { ecosystem: key }),
      tx.run(revisionQuery, { key }),
    ]);
    if (after?.revision !== head.revision) return null;
    const { revision, ...ecosystem } = withoutAbsent(head);
    const changes = new Map<string, Map<string, AnyRecord | null>>();
    const versions = new Map(before.versions) as Map<RecordKind, Map<string, number>>;
    for (const { kind, revision: version, keys, after: states } of rows) {
      if (!isRecordKind(kind)) continue;
      if (!changes.has(kind)) versions.set(kind, new Map(before.versions.get(kind)));
      const ofKind = changes.get(kind) ?? new Map<string, AnyRecord | null>();
      for (const [at, name] of keys.entries()) {
        const state: AnyRecord | null = JSON.parse(states[at]!);
        ofKind.set(name, state);
        if (state) versions.get(kind)!.set(name, version);
        else versions.get(kind)!.delete(name);
      }
      changes.set(kind, ofKind);
    }
    const recordsOf = (kind: RecordKind) => {
      const records = (before.document[kind] ?? []) as AnyRecord[];
      const ofKind = changes.get(kind);
      return ofKind ? changed(kind, records, ofKind) : records;
    };
    return { revision, document: documentOf(ecosystem, recordsOf), versions, mergedKeys: mergedKeysOf(merged) };
  });
}

function changed(kind: RecordKind, records: AnyRecord[], changes: Map<string, AnyRecord | null>): AnyRecord[] {
  const now: AnyRecord[] = [];
  for (const record of records) {
    const name = identityOf(kind, record);
    const after = changes.get(name);
    if (after !== null) now.push(after ? recordOf(kind, after) : record);
    changes.delete(name);
  }
  for (const record of changes.values()) if (record) now.push(recordOf(kind, record));
  return inOrder(kind, now);
}
