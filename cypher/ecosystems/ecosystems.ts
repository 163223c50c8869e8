import { z } from "zod";
import { type Database, defineQuery, type Transaction } from "../database.ts";
import type { EcosystemDocument, EcosystemHead } from "../model/document.ts";
import { identityOf, recordKindNames } from "../model/record-kinds.ts";
import { fromProperties } from "../records/stored-record.ts";

export interface EcosystemSummary extends EcosystemHead {
  /** Goes up with every change of a fact. */
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

const listQuery = defineQuery<object, z.infer<typeof summary>>(import.meta.url, "list-ecosystems.cypher", [], summary);
const headQuery = defineQuery<{ key: string }, z.infer<typeof summary>>(
  import.meta.url,
  "read-ecosystem.cypher",
  ["key"],
  summary,
);
const revisionQuery = defineQuery<{ key: string }, { revision: number }>(
  import.meta.url,
  "read-revision.cypher",
  ["key"],
  z.object({ revision: z.number() }),
);
const recordsQuery = defineQuery<{ ecosystem: string }, { records: Record<string, unknown>[] }>(
  import.meta.url,
  "read-records.cypher",
  ["ecosystem"],
  z.object({ records: z.array(z.record(z.string(), z.unknown())) }),
);

/** All ecosystems, by name. */
export async function listEcosystems(db: Database): Promise<EcosystemSummary[]> {
  return (await db.read(listQuery, {})).map(withoutAbsent);
}

/** The ecosystem's revision, or null when there is no such ecosystem. */
export async function readRevision(db: Database, key: string): Promise<number | null> {
  return (await db.read(revisionQuery, { key }))[0]?.revision ?? null;
}

export interface StoredDocument {
  revision: number;
  document: EcosystemDocument;
}

/** All facts of an ecosystem at one revision, read in one transaction; null when there is no such ecosystem. */
export async function readDocument(db: Database, key: string): Promise<StoredDocument | null> {
  return db.transaction((tx) => readDocumentIn(tx, key), 60_000);
}

/** The ecosystem's name and so on without its records, inside a transaction; null when there is no such ecosystem. */
export async function readHeadIn(tx: Transaction, key: string): Promise<EcosystemHead | null> {
  const [found] = await tx.run(headQuery, { key });
  if (!found) return null;
  const { revision: _, ...head } = withoutAbsent(found);
  return head;
}

/** As readDocument, inside a transaction that is under way. */
export async function readDocumentIn(tx: Transaction, key: string): Promise<StoredDocument | null> {
  const [found] = await tx.run(headQuery, { key });
  if (!found) return null;
  const { revision, ...head } = withoutAbsent(found);
  const rows = await tx.run(recordsQuery, { ecosystem: key });
  return { revision, document: toDocument(head, rows[0]?.records ?? []) };
}

function toDocument(ecosystem: EcosystemHead, nodes: Record<string, unknown>[]): EcosystemDocument {
  const byKind = new Map<string, unknown[]>();
  for (const node of nodes) {
    const { kind, record } = fromProperties(node);
    const list = byKind.get(kind);
    if (list) list.push(record);
    else byKind.set(kind, [record]);
  }
  const collections = recordKindNames.flatMap((kind) => {
    const records = byKind.get(kind) as never[] | undefined;
    if (!records) return [];
    const sorted = records
      .map((record) => ({ record, identity: identityOf(kind, record) }))
      .sort((a, b) => (a.identity < b.identity ? -1 : 1));
    return [[kind, sorted.map((entry) => entry.record)]];
  });
  return { format: "ecosystem/1", ecosystem, ...Object.fromEntries(collections) };
}

function withoutAbsent<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}
