import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import type { RecordKind } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";
import { bucketOf } from "./buckets.ts";

/** Kinds in the change log: records of the document, and views, which are not records. */
export type ChangedKind = RecordKind | "views";
export const changedKinds: readonly ChangedKind[] = [...recordKindNames, "views"];

const entry = { revision: z.number(), at: z.string(), who: z.string(), why: z.string().nullable() };
const state = z.string().transform((json): object | null => JSON.parse(json));
const place = z.number();
const change = z.object({ place, ...entry, before: state, after: state });
const changeSummary = z.object({ ...entry, created: z.number(), updated: z.number(), removed: z.number() });
const changedRecord = z.object({
  place,
  kind: z.enum(changedKinds),
  key: z.string(),
  before: state,
  after: state,
});

/** One change of a record: null before it was created, null after it was removed. */
export type ChangeEntry = Omit<z.infer<typeof change>, "place">;
/** One transaction: a whole import or edit. */
export type ChangeSummary = z.infer<typeof changeSummary>;
/** One record that a transaction changed: null before it was created, null after it was removed. */
export type ChangedRecord = Omit<z.infer<typeof changedRecord>, "place">;

const historyQuery = defineQuery<{ rows: object[] }, z.infer<typeof change>>(
  import.meta.url,
  "read-history.cypher",
  ["rows"],
  change,
);
const changesQuery = defineQuery<{ ecosystem: string; first: number; before: number }, ChangeSummary>(
  import.meta.url,
  "read-changes.cypher",
  ["ecosystem", "first", "before"],
  changeSummary,
);
const changedRecordsQuery = defineQuery<{ rows: object[]; most: number }, z.infer<typeof changedRecord>>(
  import.meta.url,
  "read-changed-records.cypher",
  ["rows", "most"],
  changedRecord,
);

// Higher than any revision.
const latest = Number.MAX_SAFE_INTEGER;

/** Which history: of a record or a view, its latest changes before a revision. */
export interface HistoryOf {
  ecosystem: string;
  kind: ChangedKind;
  key: string;
  first: number;
  before?: number | undefined;
}

/** Changes of each requested record, newest first, by one query. */
export async function readHistories(db: Database, asked: readonly HistoryOf[]): Promise<ChangeEntry[][]> {
  // Entries from before there were buckets have the record's key in place of a bucket.
  const rows = asked.map((of) => ({ ...of, before: of.before ?? latest, buckets: [bucketOf(of.key), of.key] }));
  return byPlace(asked.length, await db.read(historyQuery, { rows }));
}

/** Changes of an ecosystem, newest first, before a revision where one is given: one row per transaction. */
export const readChanges = (
  db: Database,
  ecosystem: string,
  first: number,
  before: number = latest,
): Promise<ChangeSummary[]> => db.read(changesQuery, { ecosystem, first, before });

/** Which records: the first changed records of a transaction after a given one, by kind and key. */
interface ChangedRecordsOf {
  ecosystem: string;
  revision: number;
  first: number;
  after?: { kind: string; key: string } | undefined;
}

/** Changed records of each requested transaction, by kind and key, by one query. */
export async function readChangedRecords(db: Database, asked: readonly ChangedRecordsOf[]): Promise<ChangedRecord[][]> {
  const rows = asked.map(({ ecosystem, revision, after }) => ({
    ecosystem,
    revision,
    kind: after?.kind ?? "",
    key: after?.key ?? "",
  }));
  const most = Math.max(...asked.map(({ first }) => first));
  const found = byPlace(asked.length, await db.read(changedRecordsQuery, { rows, most }));
  return found.map((records, at) => records.slice(0, asked[at]!.first));
}

function byPlace<Row extends { place: number }>(places: number, rows: readonly Row[]): Omit<Row, "place">[][] {
  const lists: Omit<Row, "place">[][] = Array.from({ length: places }, () => []);
  for (const { place, ...row } of rows) lists[place]!.push(row);
  return lists;
}
