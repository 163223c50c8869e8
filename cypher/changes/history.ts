import { z } from "zod";
import { type Database, defineQuery, type Query, type Transaction } from "../database.ts";
import type { RecordKind } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";
import { bucketOf } from "./buckets.ts";

/** What the change log tells of: records of the document, and what is none: views, and the ecosystem's own fields. */
export type ChangedKind = RecordKind | "views" | "ecosystem";
export const changedKinds: readonly ChangedKind[] = [...recordKindNames, "views", "ecosystem"];

const entry = { revision: z.number(), at: z.string(), who: z.string(), why: z.string().nullable() };
const state = z.string().transform((json): object | null => JSON.parse(json));
const place = z.number();
const change = z.object({ place, ...entry, before: state, after: state, from: z.string() });
const changeSummary = z.object({ ...entry, created: z.number(), updated: z.number(), removed: z.number() });
const changedRecord = z.object({
  place,
  kind: z.enum(changedKinds),
  key: z.string(),
  before: state,
  after: state,
});

/** One change of a record: null before it was created, null after it was removed. */
export type ChangeEntry = Omit<z.infer<typeof change>, "place" | "from">;
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
/** Which changes; null where it does not matter. */
export interface ChangeFilter {
  who: string | null;
  /** Those that changed a record of the kind. */
  kind: ChangedKind | null;
  /** Moments or days as text: at or after, and before. */
  since: string | null;
  until: string | null;
}
const anyChange: ChangeFilter = { who: null, kind: null, since: null, until: null };

const changesQuery = defineQuery<ChangeFilter & { ecosystem: string; first: number; before: number }, ChangeSummary>(
  import.meta.url,
  "read-changes.cypher",
  ["ecosystem", "first", "before", "who", "kind", "since", "until"],
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

/** Where a query is sent: to the database, or to a transaction that is under way. */
type Reader = <P extends object, R>(query: Query<P, R>, parameters: P) => Promise<R[]>;

/**
 * The changes of each one that is asked for, newest first, all by one query; a record that was given another identity
 * has those of the earlier one too, by one more.
 */
export const readHistories = (db: Database, asked: readonly HistoryOf[]): Promise<ChangeEntry[][]> =>
  histories(db.read, asked);

/** As readHistories, inside a transaction that is under way. */
export const readHistoriesIn = (tx: Transaction, asked: readonly HistoryOf[]): Promise<ChangeEntry[][]> =>
  histories(tx.run, asked);

async function histories(read: Reader, asked: readonly HistoryOf[]): Promise<ChangeEntry[][]> {
  if (asked.length === 0) return [];
  // What was logged before there were buckets has the record's key for one.
  const rows = asked.map((of) => ({ ...of, before: of.before ?? latest, buckets: [bucketOf(of.key), of.key] }));
  const found = byPlace(asked.length, await read(historyQuery, { rows }));
  const earlier = new Map<number, HistoryOf>();
  const lists = found.map((entries, place) => {
    const at = entries.findIndex(({ from }) => from !== "");
    const own = (at < 0 ? entries : entries.slice(0, at + 1)).map(({ from: _, ...entry }) => entry);
    const of = asked[place]!;
    const { from: key, revision: before } = entries[at] ?? { from: "", revision: 0 };
    if (key !== "" && own.length < of.first) earlier.set(place, { ...of, key, before, first: of.first - own.length });
    return own;
  });
  const more = await histories(read, [...earlier.values()]);
  for (const [at, place] of [...earlier.keys()].entries()) lists[place]!.push(...more[at]!);
  return lists;
}

/** Changes of an ecosystem, newest first, before a revision where one is given: one row per transaction. */
export const readChanges = (
  db: Database,
  ecosystem: string,
  first: number,
  before: number = latest,
  filter: ChangeFilter = anyChange,
): Promise<ChangeSummary[]> => db.read(changesQuery, { ecosystem, first, before, ...filter });

/** As readChanges, the latest ones, inside a transaction that is under way. */
export const readChangesIn = (tx: Transaction, ecosystem: string, first: number): Promise<ChangeSummary[]> =>
  tx.run(changesQuery, { ecosystem, first, before: latest, ...anyChange });

/** Which records: of those that a transaction changed the first ones after one of them, by kind and key. */
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
