import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../model/document.ts";
import { packedFields, recordFields } from "../model/record-fields.ts";

/** Values of one record in the order of recordFields; null where the node has no such property. */
export type Cells = readonly unknown[];

/**
 * Creates a record from its values. Every record of a kind has the same fields in the same order, undefined where
 * absent, so that V8 keeps one hidden class for all of them: reading thousands is several times faster.
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

/** Brings a record with only some of its fields into the form that recordReader creates. */
export function recordOf(kind: RecordKind, given: AnyRecord): AnyRecord {
  const values = fieldsOf(given);
  return recordOfFields(Object.fromEntries(recordFields[kind].map((field) => [field, values[field] ?? undefined])));
}
