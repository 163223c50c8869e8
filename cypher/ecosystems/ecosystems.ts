import { z } from "zod";
import { type Database, DatabaseUnavailable, defineQuery, type Transaction } from "../database.ts";
import type { ActorRecord, AnyRecord, EcosystemDocument, EcosystemHead, RecordKind } from "../model/document.ts";
import { recordFields } from "../model/record-fields.ts";
import { identityOf, recordKindNames } from "../model/record-kinds.ts";
import { type MergedKeys, mergedKeysOf, mergedKeysQuery } from "../records/merged-keys.ts";
import { type Cells, recordReader } from "../records/read-rows.ts";

interface EcosystemSummary extends EcosystemHead {
  /** Increases with every change of a fact. */
  revision: number;
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const summary = z.object({
  key: z.string(),
  name: z.string(),
  valueProposition: text,
  description: text,
  focal: text,
  revision: z.number(),
});

const listed = summary.extend({
  focalActor: z.custom<Cells | null>((cells) => cells === null || Array.isArray(cells)),
});
const listQuery = defineQuery<{ fields: readonly string[] }, z.infer<typeof listed>>(
  import.meta.url,
  "list-ecosystems.cypher",
  ["fields"],
  listed,
);
export const headQuery = defineQuery<{ key: string }, z.infer<typeof summary>>(
  import.meta.url,
  "read-ecosystem.cypher",
  ["key"],
  summary,
);
export const revisionQuery = defineQuery<{ key: string }, { revision: number }>(
  import.meta.url,
  "read-revision.cypher",
  ["key"],
  z.object({ revision: z.number() }),
);
// Records are returned as lists of values, fifty to a row: field names would be most of the answer, and each row has an
// overhead greater than that of its values. The fields are a parameter rather than a branch of the query for each kind:
// a query of twenty branches takes many seconds to plan in a database that has just started.
const recordsQuery = defineQuery<
  { ecosystem: string; rows: { kind: RecordKind; fields: readonly string[] }[] },
  { kind: RecordKind; rows: Cells[] }
>(
  import.meta.url,
  "read-records.cypher",
  ["ecosystem", "rows"],
  z.object({ kind: z.enum(recordKindNames), rows: z.custom<Cells[]>(Array.isArray) }),
);

/** What the query is given besides the ecosystem: every kind of record with its fields, and its version last. */
export const allKinds = recordKindNames.map((kind) => ({ kind, fields: [...recordFields[kind], "version"] }));

export interface ListedEcosystem extends EcosystemSummary {
  focalActor: ActorRecord | null;
}

/** All ecosystems, by name. */
export async function listEcosystems(db: Database): Promise<ListedEcosystem[]> {
  const read = recordReader("actors") as (cells: Cells) => ActorRecord;
  const rows = await db.read(listQuery, { fields: recordFields.actors });
  return rows.map(({ focalActor, ...row }) => ({ ...withoutAbsent(row), focalActor: focalActor && read(focalActor) }));
}

const anyQuery = defineQuery<object, { key: string }>(
  import.meta.url,
  "find-any-ecosystem.cypher",
  [],
  z.object({ key: z.string() }),
);

/** Whether there is any ecosystem; asked at each start, so that it must be planned quickly. */
export const hasEcosystem = async (db: Database): Promise<boolean> => (await db.read(anyQuery, {})).length > 0;

const revisionsQuery = defineQuery<{ keys: readonly string[] }, { key: string; revision: number }>(
  import.meta.url,
  "read-revisions.cypher",
  ["keys"],
  z.object({ key: z.string(), revision: z.number() }),
);

/** The revisions of several ecosystems, by key; those that do not exist are left out. */
export async function readRevisions(db: Database, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return new Map((await db.read(revisionsQuery, { keys })).map(({ key, revision }) => [key, revision]));
}

/** The ecosystem's revision, or null when there is no such ecosystem. */
export async function readRevision(db: Database, key: string): Promise<number | null> {
  return (await db.read(revisionQuery, { key }))[0]?.revision ?? null;
}

/** The revision of each record's last change, by its kind and identity. */
export type Versions = ReadonlyMap<RecordKind, ReadonlyMap<string, number>>;

export interface StoredDocument {
  revision: number;
  document: EcosystemDocument;
  versions: Versions;
  mergedKeys: MergedKeys;
}

const readingTries = 5;

/**
 * All facts of an ecosystem at one revision; null when there is no such ecosystem. A transaction sees concurrent
 * commits, so the revision is read before and after the facts, and everything again when it has changed.
 */
export async function readDocument(db: Database, key: string): Promise<StoredDocument | null> {
  return db.reading(async (tx) => {
    for (let tries = 0; tries < readingTries; tries++) {
      const [found, [after]] = await Promise.all([readDocumentIn(tx, key), tx.run(revisionQuery, { key })]);
      if (!found || found.revision === after?.revision) return found;
    }
    throw new DatabaseUnavailable(`Ecosystem ${key} changes faster than it can be read. Try again in a moment.`);
  }, 60_000);
}

/** Plans the query that reads all facts, so that the first person to open a map does not wait for it. */
export async function planReading(db: Database): Promise<void> {
  await db.reading((tx) => tx.run(recordsQuery, { ecosystem: "", rows: allKinds }), 60_000);
}

/** The ecosystem's name and so on without its records, inside a transaction; null when there is no such ecosystem. */
export async function readHeadIn(tx: Transaction, key: string): Promise<EcosystemHead | null> {
  const [found] = await tx.run(headQuery, { key });
  if (!found) return null;
  const { revision: _, ...head } = withoutAbsent(found);
  return head;
}

/** As readDocument, inside a transaction that holds the ecosystem's lock. */
export async function readDocumentIn(tx: Transaction, key: string): Promise<StoredDocument | null> {
  // All are sent at once, and the database answers them one after another.
  const [[found], parts, merged] = await Promise.all([
    tx.run(headQuery, { key }),
    tx.run(recordsQuery, { ecosystem: key, rows: allKinds }),
    tx.run(mergedKeysQuery, { ecosystem: key }),
  ]);
  if (!found) return null;
  const { revision, ...head } = withoutAbsent(found);
  return { revision, ...toDocument(head, parts), mergedKeys: mergedKeysOf(merged) };
}

function toDocument(
  ecosystem: EcosystemHead,
  parts: { kind: RecordKind; rows: Cells[] }[],
): Pick<StoredDocument, "document" | "versions"> {
  const byKind = new Map<RecordKind, AnyRecord[]>();
  const versions = new Map<RecordKind, Map<string, number>>();
  for (const { kind, rows } of parts) {
    const records = byKind.get(kind) ?? [];
    const ofKind = versions.get(kind) ?? new Map<string, number>();
    const read = recordReader(kind);
    const place = recordFields[kind].length;
    for (const row of rows) {
      const record = read(row);
      records.push(record);
      ofKind.set(identityOf(kind, record), row[place] as number);
    }
    byKind.set(kind, records);
    versions.set(kind, ofKind);
  }
  return { document: documentOf(ecosystem, (kind) => inOrder(kind, byKind.get(kind) ?? [])), versions };
}

/** Document of the records of each kind; empty kinds are left out. */
export function documentOf(ecosystem: EcosystemHead, recordsOf: (kind: RecordKind) => AnyRecord[]): EcosystemDocument {
  const collections = recordKindNames.flatMap((kind) => {
    const records = recordsOf(kind);
    return records.length > 0 ? [[kind, records]] : [];
  });
  return { format: "ecosystem/1", ecosystem, ...Object.fromEntries(collections) };
}

/** By identity. The index usually returns them in this order, but does not guarantee it. */
export function inOrder(kind: RecordKind, records: AnyRecord[]): AnyRecord[] {
  let last = "";
  for (const record of records) {
    const identity = identityOf(kind, record);
    if (identity < last) return sorted(kind, records);
    last = identity;
  }
  return records;
}

function sorted(kind: RecordKind, records: AnyRecord[]): AnyRecord[] {
  const named = records.map((record) => ({ record, identity: identityOf(kind, record) }));
  return named.sort((a, b) => (a.identity < b.identity ? -1 : 1)).map(({ record }) => record);
}

export function withoutAbsent<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}
