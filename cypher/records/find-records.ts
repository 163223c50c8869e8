import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { RecordRef } from "../model/document.ts";

interface Found {
  kind: string;
  key: string;
  /** The node's element id, valid while the node exists. */
  id: string;
}

const find = defineQuery<{ ecosystem: string; rows: RecordRef[] }, Found>(
  import.meta.url,
  "find-records.cypher",
  ["ecosystem", "rows"],
  z.object({ kind: z.string(), key: z.string(), id: z.string() }),
);

/** Which of the named records are stored, with their nodes' element ids; reads nothing else of them. */
export const findRecords = async (tx: Transaction, ecosystem: string, named: RecordRef[]): Promise<Found[]> =>
  named.length === 0 ? [] : tx.run(find, { ecosystem, rows: named });

/** Which of the named records are not stored, in their order. */
export async function missingRecords(tx: Transaction, ecosystem: string, named: RecordRef[]): Promise<RecordRef[]> {
  const stored = new Set((await findRecords(tx, ecosystem, named)).map(({ kind, key }) => `${kind} ${key}`));
  return named.filter(({ kind, key }) => !stored.has(`${kind} ${key}`));
}
