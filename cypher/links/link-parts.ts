import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";

const storedPart = z.object({ hash: z.string(), text: z.string(), usedAt: z.string() });

/**
 * Link part: a large part of an address, such as a selection of hundreds of nodes, by the hash of its text. It states no
 * fact, so it is in no document and no change log.
 */
export type StoredLinkPart = z.infer<typeof storedPart>;

interface Used {
  ecosystem: string;
  hashes: readonly string[];
  usedAt: string;
}

const store = defineQuery<StoredLinkPart & { ecosystem: string }, object>(
  import.meta.url,
  "store-link-part.cypher",
  ["ecosystem", "hash", "text", "usedAt"],
  z.object({}),
);
const read = defineQuery<Omit<Used, "usedAt">, StoredLinkPart>(
  import.meta.url,
  "read-link-parts.cypher",
  ["ecosystem", "hashes"],
  storedPart,
);
const touch = defineQuery<Used, object>(
  import.meta.url,
  "touch-link-parts.cypher",
  ["ecosystem", "hashes", "usedAt"],
  z.object({}),
);
const removeUnused = defineQuery<{ before: string }, { removed: number }>(
  import.meta.url,
  "remove-unused-link-parts.cypher",
  ["before"],
  z.object({ removed: z.number() }),
);

/** Stores a part, or renews one that is there: the same text has the same hash. */
export const storeLinkPart = (db: Database, ecosystem: string, part: StoredLinkPart): Promise<void> =>
  db.transaction(async (tx) => void (await tx.run(store, { ecosystem, ...part })));

export const readLinkParts = (db: Database, ecosystem: string, hashes: readonly string[]): Promise<StoredLinkPart[]> =>
  db.read(read, { ecosystem, hashes });

/** Records a use of these parts. */
export const touchLinkParts = async (
  db: Database,
  ecosystem: string,
  hashes: readonly string[],
  usedAt: string,
): Promise<void> => void (await db.write(touch, { ecosystem, hashes, usedAt }));

/** Removes parts that were last used before the moment, except those that a saved view names. */
export async function removeLinkParts(db: Database, before: string): Promise<number> {
  let all = 0;
  for (let removed = 1; removed > 0; all += removed)
    [{ removed } = { removed: 0 }] = await db.write(removeUnused, { before });
  return all;
}
