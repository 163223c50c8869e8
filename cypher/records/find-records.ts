import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { RecordRef } from "../model/document.ts";

interface Found {
  kind: string;
  key: string;
  /** The node's element id, good while the node lives. */
  id: string;
}

const find = defineQuery<{ ecosystem: string; rows: RecordRef[] }, Found>(
  import.meta.url,
  "find-records.cypher",
  ["ecosystem", "rows"],
  z.object({ kind: z.string(), key: z.string(), id: z.string() }),
);

/** Of the records named, those that are stored, with their nodes' element ids; nothing else of them is read. */
export const findRecords = async (tx: Transaction, ecosystem: string, named: RecordRef[]): Promise<Found[]> =>
  named.length === 0 ? [] : tx.run(find, { ecosystem, rows: named });

/** Of the records named, those that are not stored, in their order. */
export async function missingRecords(tx: Transaction, ecosystem: string, named: RecordRef[]): Promise<RecordRef[]> {
  const stored = new Set((await findRecords(tx, ecosystem, named)).map(({ kind, key }) => `${kind} ${key}`));
  return named.filter(({ kind, key }) => !stored.has(`${kind} ${key}`));
}
