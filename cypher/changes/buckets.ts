import { createHash } from "node:crypto";

/** Number of buckets in the log of one kind of record. */
const buckets = 256;

/**
 * Bucket of a record in the change log: changes of one transaction in the same bucket share a node, since a node for
 * each changed record would be a quarter of the memory that an import of 100,000 takes.
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

/** Log nodes of one transaction: lists of equal length, records as JSON text, "null" for none. */
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
