import type { AnyRecord, RecordKind } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";
import { objectFields } from "./stored-record.ts";

/** The values of one record in the order of the query's columns; null where the node has no such property. */
export type Cells = readonly unknown[];

/** The fields that a query returns as [r.field, …] of each kind of record: read from its text, which alone names them. */
export function columnsIn(query: string): Record<RecordKind, readonly string[]> {
  const found = new Map(
    [...query.matchAll(/recordKind: '(\w+)'[^[]*\[([^\]]*)\]/g)].map(([, kind, cells]) => [
      kind,
      cells!.split(",").map((cell) => cell.trim().replace(/^r\./, "")),
    ]),
  );
  const missing = recordKindNames.filter((kind) => !found.has(kind));
  if (missing.length > 0) throw new Error(`The query reads no ${missing.join(", ")}.`);
  return Object.fromEntries(found) as Record<RecordKind, readonly string[]>;
}

/**
 * Makes a record of its values. Every record of a kind has the same fields in the same order, undefined where absent:
 * so the engine keeps one shape for all of them, and whatever reads thousands of them does so several times faster.
 */
export function recordReader(kind: RecordKind, fields: readonly string[]): (cells: Cells) => AnyRecord {
  const packed = fields.indexOf(objectFields[kind] ?? "");
  return (cells) => {
    const record: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at++) {
      const cell = cells[at];
      record[fields[at]!] = cell === null ? undefined : at === packed ? JSON.parse(cell as string) : cell;
    }
    return record as unknown as AnyRecord;
  };
}
