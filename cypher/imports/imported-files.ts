import { z } from "zod";
import { readLogged } from "../changes/logged.ts";
import { defineQuery, type Transaction } from "../database.ts";
import { type AnyRecord, recordOfFields } from "../model/document.ts";
import { isRecordKind, recordId } from "../model/record-kinds.ts";

/** A file of tables by the key of its evidence, and the shape by which its mapping is known. */
interface FileOfShape {
  ecosystem: string;
  file: string;
  shape: string;
}

const read = defineQuery<FileOfShape, { revisions: number[]; at: string }>(
  import.meta.url,
  "read-imported-file.cypher",
  ["ecosystem", "file", "shape"],
  z.object({ revisions: z.array(z.number()), at: z.string() }),
);
const store = defineQuery<FileOfShape & { revision: number; at: string }, object>(
  import.meta.url,
  "store-imported-file.cypher",
  ["ecosystem", "file", "shape", "revision", "at"],
  z.object({}),
);

/** The imports of earlier versions of a file. */
export interface ImportedFile {
  /** The revisions that they resulted in. */
  revisions: readonly number[];
  /** When the last one was. */
  at: string;
}

/** What imports of a file did to a record: whether one made it, and how each left it. */
export interface ImportedRecord {
  isCreated: boolean;
  states: AnyRecord[];
}

/** Earlier imports of a file of this name and shape; null where there were none. */
export const readImportedFile = async (tx: Transaction, file: FileOfShape): Promise<ImportedFile | null> =>
  (await tx.run(read, file))[0] ?? null;

/** Remembers which revision an import of the file results in, with the import itself. */
export async function storeImportedFile(
  tx: Transaction,
  file: FileOfShape & { revision: number; at: string },
): Promise<void> {
  await tx.run(store, file);
}

/** What these revisions did to records, by kind and identity with a blank between. */
export async function readImportedRecords(
  tx: Transaction,
  ecosystem: string,
  revisions: readonly number[],
): Promise<Map<string, ImportedRecord>> {
  const logs = await Promise.all(revisions.map((revision) => readLogged(tx, ecosystem, revision - 1, revision)));
  const records = new Map<string, ImportedRecord>();
  for (const { kind, key, before, after } of logs.flat()) {
    if (!isRecordKind(kind) || !after) continue;
    const id = recordId(kind, key);
    const record = records.get(id) ?? { isCreated: false, states: [] };
    record.isCreated ||= before === null;
    record.states.push(recordOfFields(after));
    records.set(id, record);
  }
  return records;
}
