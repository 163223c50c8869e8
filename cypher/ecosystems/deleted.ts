import { z } from "zod";
import { type Database, defineQuery, type Query, type Transaction } from "../database.ts";
import type { EcosystemHead } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";
import { withoutAbsent } from "./ecosystems.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const deleted = z.object({
  key: z.string(),
  name: z.string(),
  valueProposition: text,
  description: text,
  focal: text,
  deletedAt: z.string(),
  deletedBy: z.string(),
});
const removed = z.object({ removed: z.number() });

/** An ecosystem that was deleted and can be restored. */
export interface DeletedEcosystem {
  head: EcosystemHead;
  deletedAt: string;
  deletedBy: string;
}

const mark = defineQuery<{ key: string; deletedAt: string | null; deletedBy: string | null }, object>(
  import.meta.url,
  "mark-deleted.cypher",
  ["key", "deletedAt", "deletedBy"],
  z.object({}),
);
const list = defineQuery<{ after: string }, z.infer<typeof deleted>>(
  import.meta.url,
  "list-deleted.cypher",
  ["after"],
  deleted,
);
const expired = defineQuery<{ until: string }, { key: string }>(
  import.meta.url,
  "list-expired.cypher",
  ["until"],
  z.object({ key: z.string() }),
);
const creator = defineQuery<{ ecosystem: string }, Creator>(
  import.meta.url,
  "read-creator.cypher",
  ["ecosystem"],
  z.object({ who: z.string(), person: z.string().nullable() }),
);
const purgeRecords = defineQuery<{ ecosystem: string; kinds: readonly string[] }, { removed: number }>(
  import.meta.url,
  "purge-records.cypher",
  ["ecosystem", "kinds"],
  removed,
);
const purgeLog = defineQuery<{ ecosystem: string }, { removed: number }>(
  import.meta.url,
  "purge-log.cypher",
  ["ecosystem"],
  removed,
);
const purge = defineQuery<{ ecosystem: string }, object>(
  import.meta.url,
  "purge-ecosystem.cypher",
  ["ecosystem"],
  z.object({}),
);

interface Creator {
  who: string;
  /** Null where the ecosystem was made before ids of people were kept. */
  person: string | null;
}

/** Marks an ecosystem as deleted: nothing finds it until it is restored (null). The lock must be held. */
export async function markDeleted(
  tx: Transaction,
  key: string,
  deletion: { deletedAt: string; deletedBy: string } | null,
): Promise<void> {
  await tx.run(mark, { key, deletedAt: deletion?.deletedAt ?? null, deletedBy: deletion?.deletedBy ?? null });
}

type Reader = <P extends object, R>(query: Query<P, R>, parameters: P) => Promise<R[]>;

async function deletedAfter(read: Reader, after: string): Promise<DeletedEcosystem[]> {
  const rows = await read(list, { after });
  return rows.map(({ deletedAt, deletedBy, ...head }) => ({ head: withoutAbsent(head), deletedAt, deletedBy }));
}

/** Ecosystems deleted after a moment (ISO 8601 in UTC), newest first. */
export const listDeleted = (db: Database, after: string): Promise<DeletedEcosystem[]> => deletedAfter(db.read, after);

/** As listDeleted, inside a transaction that is under way. */
export const listDeletedIn = (tx: Transaction, after: string): Promise<DeletedEcosystem[]> =>
  deletedAfter(tx.run, after);

/** Who made an ecosystem: the author of its first change. */
export const readCreator = async (tx: Transaction, ecosystem: string): Promise<Creator | null> =>
  (await tx.run(creator, { ecosystem }))[0] ?? null;

/** Removes for good what was deleted up to a moment, a few thousand nodes at a time; the keys are free again. */
export async function purgeDeleted(db: Database, until: string): Promise<string[]> {
  const keys = (await db.read(expired, { until })).map(({ key }) => key);
  for (const ecosystem of keys) {
    await repeat(() => db.write(purgeRecords, { ecosystem, kinds: recordKindNames }));
    await repeat(() => db.write(purgeLog, { ecosystem }));
    await db.write(purge, { ecosystem });
  }
  return keys;
}

async function repeat(remove: () => Promise<{ removed: number }[]>): Promise<void> {
  while (((await remove())[0]?.removed ?? 0) > 0);
}
