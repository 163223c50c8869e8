import { createHash } from "node:crypto";

/** Number of buckets in the log of one kind of record. */
const buckets = 256;

/**
 * Bucket of a record in the change log: changes of one transaction in the same bucket share a node, since a node for
 * each changed record would be a quarter of the memory that an import of 100,000 takes.
 */
export const bucketOf = (key: string): string =>
  String(createHash("sha1").update(key).digest().readUInt32BE(0) % buckets);

interface Logged {
  kind: string;
  key: string;
  before: object | null;
  after: object | null;
}

/** Log nodes of one transaction: lists of equal length, records as JSON text, "null" for none. */
interface LogRow {
  kind: string;
  bucket: string;
  keys: string[];
  before: string[];
  after: string[];
}

/** Changes of records as rows of the log, in the order in which the buckets first occur. */
export function logRows(changes: readonly Logged[]): LogRow[] {
  const rows = new Map<string, LogRow>();
  for (const { kind, key, before, after } of changes) {
    const bucket = bucketOf(key);
    const name = `${kind} ${bucket}`;
    const row = rows.get(name) ?? { kind, bucket, keys: [], before: [], after: [] };
    rows.set(name, row);
    row.keys.push(key);
    row.before.push(JSON.stringify(before));
    row.after.push(JSON.stringify(after));
  }
  return [...rows.values()];
}
