import { createHash } from "node:crypto";

/** How many buckets the log of one kind of record has. */
const buckets = 256;

/**
 * Where in the log the changes of a record are kept: those of one transaction whose records fall into one bucket share
 * a node, since a node for each record's change would be a quarter of the memory that an import of 100,000 takes.
 */
export const bucketOf = (key: string): string =>
  String(createHash("sha1").update(key).digest().readUInt32BE(0) % buckets);

interface Logged {
  kind: string;
  key: string;
  before: object | null;
  after: object | null;
}

/** The nodes that log the changes of one transaction: lists of equal length, records as JSON text, "null" for none. */
interface LogRow {
  kind: string;
  bucket: string;
  keys: string[];
  before: string[];
  after: string[];
}

/** Changes of records as rows of the log, in the order in which the buckets are first met. */
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
