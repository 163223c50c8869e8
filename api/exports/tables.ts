import { type AnyRecord, fieldsOf, type RecordKind } from "../../cypher/model/document.ts";
import type { Field } from "../../cypher/model/field.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";
import { joinList } from "../changes/imports/mapping/lists.ts";

export type CellValue = string | number | boolean | null;

/** A column of a table: a field, or a part of a list that one cell cannot hold. Dates are texts, YYYY-MM-DD. */
export interface RecordColumn {
  /** The field's name. */
  name: string;
  header: string;
  field: Field;
  cells: CellValue[];
}

interface Options {
  /** Characters that a cell holds of a list. */
  maxCell?: number;
  join?(entries: readonly string[]): string;
}

/** Records of a kind as columns with words for values: none of an optional field that no record has. */
export function columnsOf(kind: RecordKind, records: readonly AnyRecord[], options: Options = {}): RecordColumn[] {
  return Object.entries(recordKinds[kind].fields).flatMap(([name, field]) => {
    const parts = records.map((record) => cellsOf(field, fieldsOf(record)[name], options));
    const count = parts.reduce((most, { length }) => Math.max(most, length), field.isRequired ? 1 : 0);
    return Array.from({ length: count }, (_, at) => ({
      name,
      header: at === 0 ? field.label : `${field.label} (${at + 1})`,
      field,
      cells: parts.map((cells) => cells[at] ?? null),
    }));
  });
}

/** Rows of columns: the cells of each record, as a format writes them. */
export const rowsOf = <Column extends { cells: readonly CellValue[] }, Cell>(
  columns: readonly Column[],
  count: number,
  cellOf: (value: CellValue, column: Column) => Cell,
): Cell[][] =>
  Array.from({ length: count }, (_, at) => columns.map((column) => cellOf(column.cells[at] ?? null, column)));

/** A value as cells: several only where one cannot hold a list. */
function cellsOf(field: Field, value: unknown, { maxCell = Infinity, join = joinList }: Options): CellValue[] {
  if (value === undefined || value === null) return [];
  if (!field.isList) return [field.values ? wordOf(field, value) : (value as CellValue)];
  const cells: string[][] = [[]];
  let length = 0;
  for (const entry of (value as unknown[]).map((one) => entryOf(field, one))) {
    const size = entry.length + 4;
    if (length > 0 && length + size > maxCell) {
      cells.push([]);
      length = 0;
    }
    cells.at(-1)!.push(entry);
    length += size;
  }
  return cells.filter((list) => list.length > 0).map((list) => join(list));
}

export const wordOf = (field: Field, value: unknown): string =>
  field.values!.values[String(value)]?.word ?? String(value);

function entryOf(field: Field, entry: unknown): string {
  if (field.values) return wordOf(field, entry);
  if (!field.parts) return String(entry);
  const values = entry as Record<string, unknown>;
  return Object.entries(field.parts)
    .map(([name, part]) => (part.values ? wordOf(part, values[name]) : String(values[name])))
    .join(" = ");
}
