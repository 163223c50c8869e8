import { z } from "zod";
import { type Database, defineQuery, importLimit } from "../database.ts";
import { listEcosystems } from "../ecosystems/ecosystems.ts";
import type { RecordKind } from "../model/document.ts";
import { recordFields } from "../model/record-fields.ts";
import { identityOf, recordKindNames, recordKinds } from "../model/record-kinds.ts";
import { lockEcosystem } from "../records/change-records.ts";
import { clearUnfinishedImports } from "../records/clear-unfinished-imports.ts";
import {
  addedPlainRelationships,
  createPlainRelationships,
  findEnds,
  removePlainRelationships,
} from "../records/plain-relationships.ts";
import { type Cells, recordReader } from "../records/read-rows.ts";

/** Records per transaction. */
const pageSize = 5_000;

interface Page {
  ecosystem: string;
  kind: RecordKind;
  fields: readonly string[];
  after: string;
  first: number;
}

const readPage = defineQuery<Page, { cells: Cells }>(
  import.meta.url,
  "read-page.cypher",
  ["ecosystem", "kind", "fields", "after", "first"],
  z.object({ cells: z.custom<Cells>(Array.isArray) }),
);

/**
 * Migration: creates the plain relationships of records that an earlier version has stored, in pages under the lock of
 * the ecosystem. It is idempotent: a run that was interrupted starts again, and replaces what a page has already.
 */
export async function addPlainRelationships(db: Database): Promise<void> {
  // Staged records of earlier versions carry labels that readers of the graph see.
  await clearUnfinishedImports(db);
  const kinds = recordKindNames.filter((kind) => recordKinds[kind].plain.length > 0);
  for (const { key } of await listEcosystems(db))
    for (const kind of kinds)
      for (let after: string | null = ""; after !== null; ) after = await addTo(db, key, kind, after);
}

/** @returns the identity of the page's last record; null when it was the last page. */
function addTo(db: Database, ecosystem: string, kind: RecordKind, after: string): Promise<string | null> {
  return db.transaction(async (tx) => {
    await lockEcosystem(tx, ecosystem);
    const page = await tx.run(readPage, { ecosystem, kind, fields: recordFields[kind], after, first: pageSize });
    const read = recordReader(kind);
    const records = page.map(({ cells }) => read(cells));
    const written = records.map((record) => ({ kind, before: record, after: null }));
    await removePlainRelationships(tx, ecosystem, written);
    const missing = addedPlainRelationships(records.map((record) => ({ kind, before: null, after: record })));
    await createPlainRelationships(tx, missing, await findEnds(tx, ecosystem, missing));
    return page.length < pageSize ? null : identityOf(kind, records.at(-1)!);
  }, importLimit);
}
