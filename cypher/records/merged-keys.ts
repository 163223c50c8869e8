import { z } from "zod";
import type { Merge } from "../changes/buckets.ts";
import { defineQuery, type Transaction } from "../database.ts";
import type { RecordKind } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";

const nothing = z.object({});
type Rows = { ecosystem: string; rows: object[] };
const store = defineQuery<Rows, object>(import.meta.url, "store-merged-keys.cypher", ["ecosystem", "rows"], nothing);
const remove = defineQuery<Rows, object>(import.meta.url, "remove-merged-keys.cypher", ["ecosystem", "rows"], nothing);

/** The key of a record that was merged into another one, which answers for it. */
export interface MergedKey {
  kind: RecordKind;
  key: string;
  into: string;
}

export const mergedKeysQuery = defineQuery<{ ecosystem: string }, MergedKey>(
  import.meta.url,
  "read-merged-keys.cypher",
  ["ecosystem"],
  z.object({ kind: z.enum(recordKindNames), key: z.string(), into: z.string() }),
);

/** Every key of the ecosystem that a merge has reserved. */
export const readMergedKeys = (tx: Transaction, ecosystem: string): Promise<MergedKey[]> =>
  tx.run(mergedKeysQuery, { ecosystem });

/** Keys of merged records by kind, each with the key that answers for it; chains of merges are followed. */
export type MergedKeys = ReadonlyMap<RecordKind, ReadonlyMap<string, string>>;

export function mergedKeysOf(rows: readonly MergedKey[]): MergedKeys {
  const byKind = new Map<RecordKind, Map<string, string>>();
  for (const { kind, key, into } of rows) {
    const ofKind = byKind.get(kind) ?? new Map<string, string>();
    byKind.set(kind, ofKind.set(key, into));
  }
  for (const ofKind of byKind.values())
    for (const key of ofKind.keys()) {
      let into = ofKind.get(key)!;
      for (let steps = 0; ofKind.has(into) && steps <= ofKind.size; steps++) into = ofKind.get(into)!;
      ofKind.set(key, into);
    }
  return byKind;
}

/** Reserves the keys of merged records, and frees those whose merge is taken back. */
export async function storeMergedKeys(
  tx: Transaction,
  ecosystem: string,
  changes: readonly { kind: RecordKind; key: string; merge?: Merge | undefined }[],
): Promise<void> {
  const rowsOf = (isUndone: boolean) =>
    changes.flatMap(({ kind, key, merge }) => (merge?.isUndone === isUndone ? [{ kind, key, into: merge.into }] : []));
  const [freed, merged] = [rowsOf(true), rowsOf(false)];
  if (freed.length > 0) await tx.run(remove, { ecosystem, rows: freed });
  if (merged.length > 0) await tx.run(store, { ecosystem, rows: merged });
}
