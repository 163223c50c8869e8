import { z } from "zod";
import { type Database, DatabaseUnavailable, defineQuery, importLimit, type Transaction } from "../database.ts";
import { createRecords, type NewRecord } from "./create-records.ts";
import { findRecords } from "./find-records.ts";
import { inBatches } from "./in-batches.ts";
import type { NodeIds } from "./plain-relationships.ts";
import { actorLabels, kindLabels, linksOf } from "./stored-record.ts";

const nothing = z.object({});
const link = defineQuery<{ rows: object[] }, object>(import.meta.url, "link-staged.cypher", ["rows"], nothing);
const publish = defineQuery<{ ecosystem: string; labels: object; actorLabels: object }, { published: number }>(
  import.meta.url,
  "publish-staged.cypher",
  ["ecosystem", "labels", "actorLabels"],
  z.object({ published: z.number() }),
);
const clear = defineQuery<{ ecosystem: string }, { removed: number }>(
  import.meta.url,
  "clear-staged.cypher",
  ["ecosystem"],
  z.object({ removed: z.number() }),
);

const list = defineQuery<object, { ecosystem: string }>(
  import.meta.url,
  "list-staged.cypher",
  [],
  z.object({ ecosystem: z.string() }),
);

const nameOf = (kind: string, key: string) => `${kind} ${key}`;

/**
 * Staging: creates records and their references in transactions of their own, where no query finds them until
 * publishStaged turns all of them into records at once. Large imports are staged because a transaction needs 10 kB for
 * each record that it creates, and 2 kB for each that it publishes. Plain relationships are not staged: readers of the
 * graph would see them. Only the holder of the ecosystem's lock may call this.
 * @returns the element ids of the staged nodes, and of the nodes that they refer to
 */
export async function stageRecords(
  db: Database,
  tx: Transaction,
  ecosystem: string,
  records: readonly NewRecord[],
  version: number,
  onStored: (records: number) => void = () => {},
): Promise<NodeIds> {
  await clearStaged(db, ecosystem);
  const alone = <T>(work: (own: Transaction) => Promise<T>) => db.transaction(work, importLimit);
  const ids = new Map<string, string>();
  await inBatches(records, async (some) => {
    const made = await alone((own) => createRecords(own, ecosystem, "Staged", some, version));
    for (const [at, { kind, key }] of some.entries()) ids.set(nameOf(kind, key), made[at]!);
    onStored(ids.size);
  });
  const links = records.flatMap(({ kind, after }) => linksOf(kind, after));
  const stored = new Map(
    links.flatMap(({ toKind, to }) =>
      ids.has(nameOf(toKind, to)) ? [] : [[nameOf(toKind, to), { kind: toKind, key: to }]],
    ),
  );
  await inBatches([...stored.values()], async (some) => {
    for (const { kind, key, id } of await findRecords(tx, ecosystem, some)) ids.set(nameOf(kind, key), id);
  });
  const rows = links.map(({ fromKind, from, type, toKind, to }) => ({
    from: ids.get(nameOf(fromKind, from)),
    type,
    to: ids.get(nameOf(toKind, to)),
  }));
  await inBatches(rows, (some) => alone((own) => own.run(link, { rows: some })));
  return (kind, key) => ids.get(nameOf(kind, key));
}

/**
 * Publishes all staged records of the ecosystem. Throws DatabaseUnavailable when they are not exactly those that the
 * caller has staged: an import that has lost its lock may still be running, and its records would be in no change log.
 */
export async function publishStaged(tx: Transaction, ecosystem: string, made: number): Promise<void> {
  const [{ published } = { published: 0 }] = await tx.run(publish, { ecosystem, labels: kindLabels, actorLabels });
  if (published !== made)
    throw new DatabaseUnavailable("An import that was given up is still ending. Try again in a moment.");
}

/**
 * Removes staged records: withdrawn ones, and those of an import that was interrupted. Requires the lock, as
 * stageRecords does.
 */
export async function clearStaged(db: Database, ecosystem: string): Promise<void> {
  let removed = 1;
  while (removed > 0) [{ removed } = { removed: 0 }] = await db.write(clear, { ecosystem });
}

/** Ecosystems with staged records: of an import that is running, or of one that did not end. */
export const listStaged = async (db: Database): Promise<string[]> =>
  (await db.read(list, {})).map(({ ecosystem }) => ecosystem);
