import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { RecordRef } from "../model/document.ts";

const find = defineQuery<{ ecosystem: string; rows: RecordRef[] }, { kind: string; key: string }>(
  import.meta.url,
  "find-records.cypher",
  ["ecosystem", "rows"],
  z.object({ kind: z.string(), key: z.string() }),
);

/** Of the records named, those that are not stored, in their order; nothing but their names is read. */
export async function missingRecords(tx: Transaction, ecosystem: string, named: RecordRef[]): Promise<RecordRef[]> {
  if (named.length === 0) return [];
  const found = await tx.run(find, { ecosystem, rows: named });
  const stored = new Set(found.map(({ kind, key }) => `${kind} ${key}`));
  return named.filter(({ kind, key }) => !stored.has(`${kind} ${key}`));
}
