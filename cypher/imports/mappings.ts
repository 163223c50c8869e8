import { z } from "zod";
import { type Database, defineQuery, type Transaction } from "../database.ts";

type Asked = { ecosystem: string; shape: string };
const read = defineQuery<Asked, { mapping: string }>(
  import.meta.url,
  "read-mapping.cypher",
  ["ecosystem", "shape"],
  z.object({ mapping: z.string() }),
);
const store = defineQuery<Asked & { mapping: string; who: string; at: string }, object>(
  import.meta.url,
  "store-mapping.cypher",
  ["ecosystem", "shape", "mapping", "who", "at"],
  z.object({}),
);

/** The mapping, as JSON, with which a file of this shape was last imported; null where none was. */
export const readMapping = async (db: Database, asked: Asked): Promise<string | null> =>
  (await db.read(read, asked))[0]?.mapping ?? null;

/** Remembers how a file of this shape was imported, with the import itself. */
export async function storeMapping(
  tx: Transaction,
  mapping: Asked & { mapping: string; who: string; at: string },
): Promise<void> {
  await tx.run(store, mapping);
}
