import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../model/document.ts";
import { packedFields, recordFields } from "../model/record-fields.ts";

/** The values of one record in the order of recordFields; null where the node has no such property. */
export type Cells = readonly unknown[];

/**
 * Makes a record of its values. Every record of a kind has the same fields in the same order, undefined where absent:
 * so the engine keeps one shape for all of them, and whatever reads thousands of them does so several times faster.
 */
export function recordReader(kind: RecordKind): (cells: Cells) => AnyRecord {
  const fields = recordFields[kind];
  const isPacked = fields.map((field) => packedFields[kind].has(field));
  return (cells) => {
    const record: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at++) {
      const cell = cells[at];
      record[fields[at]!] = cell === null ? undefined : isPacked[at] ? JSON.parse(cell as string) : cell;
    }
    return recordOfFields(record);
  };
}

/** A record as recordReader makes it, of one that has only the fields it needs. */
export function recordOf(kind: RecordKind, given: AnyRecord): AnyRecord {
  const values = fieldsOf(given);
  return recordOfFields(Object.fromEntries(recordFields[kind].map((field) => [field, values[field] ?? undefined])));
}
