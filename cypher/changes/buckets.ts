import { createHash } from "node:crypto";

/** How many buckets the log of one kind of record has. */
const buckets = 256;

/**
 * Where in the log the changes of a record are kept: those of one transaction whose records fall into one bucket share
 * a node, since a node for each record's change would be a quarter of the memory that an import of 100,000 takes.
 */
export const bucketOf = (key: string): string =>
  String(createHash("sha1").update(key).digest().readUInt32BE(0) % buckets);

/** Merge of a record, which is removed, into another one that answers for its key; or such a merge taken back. */
export interface Merge {
  into: string;
  isUndone: boolean;
}

export interface Logged {
  kind: string;
  key: string;
  before: object | null;
  after: object | null;
  /** Identity that the record had before, where the change gave it another one. */
  from?: string | undefined;
  merge?: Merge | undefined;
}

/** The nodes that log the changes of one transaction: lists of equal length, records as JSON text, "null" for none. */
interface LogRow {
  kind: string;
  bucket: string;
  keys: string[];
  before: string[];
  after: string[];
  /** Earlier identities, "" for those that have kept theirs; absent where all have. */
  from?: string[];
  /** Merges as "+key", those taken back as "-key", "" for all others; absent where there are none. */
  merged?: string[];
}

const mergeMark = (merge: Merge | undefined): string => (merge ? `${merge.isUndone ? "-" : "+"}${merge.into}` : "");
export const fromMergeMark = (mark: string): Merge | undefined =>
  mark === "" ? undefined : { into: mark.slice(1), isUndone: mark.startsWith("-") };

/** Changes of records as rows of the log, in the order in which the buckets are first met. */
export function logRows(changes: readonly Logged[]): LogRow[] {
  const rows = new Map<string, Required<LogRow>>();
  for (const { kind, key, before, after, from = "", merge } of changes) {
    const bucket = bucketOf(key);
    const name = `${kind} ${bucket}`;
    const row = rows.get(name) ?? { kind, bucket, keys: [], before: [], after: [], from: [], merged: [] };
    rows.set(name, row);
    row.keys.push(key);
    row.before.push(JSON.stringify(before));
    row.after.push(JSON.stringify(after));
    row.from.push(from);
    row.merged.push(mergeMark(merge));
  }
  return [...rows.values()].map(({ from, merged, ...row }) => ({
    ...row,
    ...(from.some(Boolean) && { from }),
    ...(merged.some(Boolean) && { merged }),
  }));
}
