import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import type { RecordKind } from "../model/document.ts";
import { bucketOf } from "./buckets.ts";

const entry = { revision: z.number(), at: z.string(), who: z.string(), why: z.string().nullable() };
const state = z.string().transform((json): object | null => JSON.parse(json));
const change = z.object({ ...entry, before: state, after: state });
const changeSummary = z.object({ ...entry, created: z.number(), updated: z.number(), removed: z.number() });

/** One change of a record: null before it was created, null after it was removed. */
export type ChangeEntry = z.infer<typeof change>;
export type ChangeSummary = z.infer<typeof changeSummary>;

const historyQuery = defineQuery<{ ecosystem: string; kind: string; key: string; buckets: string[] }, ChangeEntry>(
  import.meta.url,
  "read-history.cypher",
  ["ecosystem", "kind", "key", "buckets"],
  change,
);
const changesQuery = defineQuery<{ ecosystem: string; first: number }, ChangeSummary>(
  import.meta.url,
  "read-changes.cypher",
  ["ecosystem", "first"],
  changeSummary,
);

/** All changes of one record, or of one view (kind "views"), newest first. */
export const readHistory = (
  db: Database,
  ecosystem: string,
  { kind, key }: { kind: RecordKind | "views"; key: string },
): Promise<ChangeEntry[]> =>
  // What was logged before there were buckets has the record's key for one.
  db.read(historyQuery, { ecosystem, kind, key, buckets: [bucketOf(key), key] });

/** The latest changes of an ecosystem, newest first: one line per transaction. */
export const readChanges = (db: Database, ecosystem: string, first: number): Promise<ChangeSummary[]> =>
  db.read(changesQuery, { ecosystem, first });
