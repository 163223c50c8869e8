import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { RecordKind, RecordsByKind } from "../model/document.ts";
import { recordFields } from "../model/record-fields.ts";
import { type Cells, recordReader } from "./read-rows.ts";

const read = defineQuery<
  { ecosystem: string; kind: RecordKind; keys: readonly string[]; fields: readonly string[] },
  { cells: Cells }
>(
  import.meta.url,
  "read-named.cypher",
  ["ecosystem", "kind", "keys", "fields"],
  z.object({ cells: z.custom<Cells>(Array.isArray) }),
);

/** The stored records of a kind with these identities (see identityOf), and no others. */
export async function readNamed<K extends RecordKind>(
  tx: Transaction,
  ecosystem: string,
  kind: K,
  keys: readonly string[],
): Promise<RecordsByKind[K][]> {
  if (keys.length === 0) return [];
  const rows = await tx.run(read, { ecosystem, kind, keys, fields: recordFields[kind] });
  return rows.map(({ cells }) => recordReader(kind)(cells) as RecordsByKind[K]);
}
