import { z } from "zod";
import { type LoggedChange, readLogged } from "../changes/logged.ts";
import { type Database, DatabaseUnavailable, defineQuery } from "../database.ts";
import { readDocumentIn, revisionQuery, type StoredDocument } from "./ecosystems.ts";
import { takeBack } from "./take-back.ts";

interface KnownAt {
  /** Null before the first change. */
  revision: number | null;
  /** The revision from which on changes of the ecosystem's own fields are in the log; null: from the first. */
  headsFrom: number | null;
}
const revisionAtQuery = defineQuery<{ key: string; at: string }, KnownAt>(
  import.meta.url,
  "read-revision-at.cypher",
  ["key", "at"],
  z.object({ revision: z.number().nullable(), headsFrom: z.number().nullable() }),
);

/** The revision that an ecosystem had at a moment (ISO 8601 in UTC); null when there is no such ecosystem. */
export const readRevisionAt = async (db: Database, key: string, at: string): Promise<KnownAt | null> =>
  (await db.read(revisionAtQuery, { key, at }))[0] ?? null;

/** An earlier document, with what has been logged since. */
export interface EarlierDocument extends StoredDocument {
  since: readonly LoggedChange[];
}

const readingTries = 5;

/**
 * All facts of an ecosystem as they were recorded at an earlier revision: those of now, with what the log says since
 * taken back. Versions of records that have changed since are left out. Null when there is no such ecosystem.
 */
export async function readDocumentAt(db: Database, key: string, revision: number): Promise<EarlierDocument | null> {
  return db.reading(async (tx) => {
    for (let tries = 0; tries < readingTries; tries++) {
      const [now, since, [after]] = await Promise.all([
        readDocumentIn(tx, key),
        readLogged(tx, key, revision, Number.MAX_SAFE_INTEGER),
        tx.run(revisionQuery, { key }),
      ]);
      if (!now) return null;
      if (now.revision !== after?.revision) continue;
      const versions = new Map([...now.versions].map(([kind, ofKind]) => [kind, new Map(ofKind)]));
      for (const { kind, key: name } of since)
        if (kind !== "views" && kind !== "ecosystem") versions.get(kind)?.delete(name);
      return { revision, document: takeBack(now.document, since), versions, mergedKeys: now.mergedKeys, since };
    }
    throw new DatabaseUnavailable(`Ecosystem ${key} changes faster than it can be read. Try again in a moment.`);
  }, 60_000);
}
