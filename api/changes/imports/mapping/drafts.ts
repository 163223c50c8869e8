import type { AnyRecord, RecordKind } from "../../../../cypher/model/document.ts";
import { type RelationType, relationTypes } from "../../../../cypher/model/enums/relation-type.ts";
import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { isOpenEnd, isUnsetDate, lastYear, unsetDateNote } from "../no-date.ts";
import { type Cell, isEmpty, type RefusedRow, type SheetRow, type Table, textOf } from "../tables/table.ts";
import { columnsOf, type FieldSource, fieldAt, type SheetMapping, type Target, targetsOf } from "./mapping.ts";
import { type Cells, readField, readHead } from "./read-field.ts";
import { readValue } from "./read-value.ts";
import { totalRows } from "./total-rows.ts";
import { isNo, isUnknown, isYes, reversedType } from "./vocabulary.ts";

/** A row, or a cell of a matrix, as a record: references are the names or keys that the file has. */
export interface Draft {
  kind: RecordKind | "ecosystem";
  fields: Record<string, unknown>;
  /** Fields whose cell is empty. */
  empty: string[];
  /** What the row says of the records that it refers to, by the field that refers to them. */
  referred: Record<string, Record<string, unknown>>;
  /** It is what a row of another kind says of a record besides. */
  isReferred?: boolean;
  sheet: string | null;
  row: number;
  /** The column of each field, for messages; rows of a sheet share them. */
  columns: Readonly<Record<string, string>>;
}

/** A record that the file makes, with the row that says it. */
export interface PlacedRecord {
  kind: RecordKind;
  record: AnyRecord;
  sheet: string | null;
  row: number;
  columns: Readonly<Record<string, string>>;
}

/** Something of the file that is not taken, with its place. */
export interface Skipped {
  sheet: string | null;
  row: number;
  column: string | null;
  message: string;
}

export interface ReadRows {
  drafts: Draft[];
  skipped: Skipped[];
  /** Cells of columns that the mapping takes nothing from, by column. */
  unused: Map<string, number>;
  /** The kind of record that a row, or a cell of a matrix, could not be read as. */
  unreadKind?: RecordKind;
}

/**
 * Reads the rows of a table as its mapping says.
 * @param isLiteral texts are taken as they are: in an export “n/a” is no sign for what is not known
 */
export function readRows(table: Table, mapping: SheetMapping, isLiteral = false, onRow = () => {}): ReadRows {
  const reader = new RowReader(table, mapping, isLiteral);
  const refused = new Map(table.refused?.map((it) => [it.row, it]));
  for (const row of table.rows) {
    const refusal = refused.get(row.number);
    if (refusal) reader.refuse(refusal);
    else reader.read(row);
    onRow();
  }
  countUnused(table, mapping, reader.result.unused);
  return reader.result;
}

function countUnused(table: Table, { fields, matrix, bothWays }: SheetMapping, unused: Map<string, number>): void {
  const used = new Set([...Object.values(fields).flatMap(({ columns }) => columns), ...(matrix?.columns ?? [])]);
  if (bothWays) used.add(bothWays.column);
  for (const [column, name] of table.columns.entries()) {
    const count = table.filled[column]!;
    if (count > 0 && !used.has(name)) unused.set(name, count);
  }
}

/** Reads one row after another. A class, since functions made anew for each row are what reading would mostly cost. */
class RowReader implements Cells {
  readonly result: ReadRows = { drafts: [], skipped: [], unused: new Map() };
  readonly #at: ReadonlyMap<string, number>;
  readonly #targets: readonly Target[];
  readonly #columns: Readonly<Record<string, string>>;
  readonly #totals: ReadonlyMap<number, string>;
  #row: SheetRow = { number: 0, cells: [] };

  constructor(
    readonly table: Table,
    readonly mapping: SheetMapping,
    readonly isLiteral: boolean,
  ) {
    this.#at = new Map(table.columns.map((name, column) => [name, column]));
    this.#targets = targetsOf(mapping);
    this.#columns = columnsOf(this.#targets);
    this.#totals = isLiteral ? new Map() : totalRows(table);
  }

  cell(column: string): Cell {
    return this.#row.cells[this.#at.get(column) ?? -1] ?? null;
  }

  #skip(column: string | null, message: string): void {
    this.result.skipped.push({ sheet: this.table.sheet, row: this.#row.number, column, message });
  }

  refuse({ row, column, message }: RefusedRow): void {
    if (this.mapping.kind !== "ecosystem") this.result.unreadKind = this.mapping.kind as RecordKind;
    this.result.skipped.push({ sheet: this.table.sheet, row, column, message });
  }

  read(row: SheetRow): void {
    this.#row = row;
    const total = this.#totals.get(row.number);
    if (total !== undefined) {
      this.#skip(null, `“${total}” is the total of the rows above and no record: the row is left out.`);
      return;
    }
    const { kind, fields, matrix, bothWays } = this.mapping;
    const place = { sheet: this.table.sheet, row: row.number };
    const draft: Draft = {
      kind: kind as RecordKind,
      fields: {},
      empty: [],
      referred: {},
      ...place,
      columns: this.#columns,
    };
    for (const target of this.#targets) this.#readTarget(target, draft);
    if (kind === "relations") turnAround(draft, fields.type, this);
    if (matrix) {
      for (const column of matrix.columns) this.#readMatrixCell(draft, matrix, column);
      return;
    }
    this.result.drafts.push(draft);
    if (bothWays?.values.includes(textOf(this.cell(bothWays.column))) && hasDirection(draft))
      this.result.drafts.push(otherWay(draft));
  }

  #readTarget({ own, of, source, field }: Target, draft: Draft): void {
    const reading = field ? readField(field, source, this, this.isLiteral) : readHead(source, this);
    const { value } = reading;
    for (const { column, message } of reading.problems) this.#skip(column, message);
    if (!this.isLiteral && isOpenEnd(of ?? own, value))
      this.#skip(source.columns[0] ?? null, `The end on ${value} is read as open: it is after ${lastYear}.`);
    else if (!this.isLiteral && field?.type === "date" && isUnsetDate(value))
      this.#skip(source.columns[0] ?? null, unsetDateNote(value));
    else if (of === undefined) {
      if (value !== undefined) draft.fields[own] = value;
      else if (reading.isEmpty) draft.empty.push(own);
    } else if (value !== undefined) {
      draft.referred[own] ??= {};
      draft.referred[own][of] = value;
    }
  }

  #readMatrixCell(draft: Draft, matrix: NonNullable<SheetMapping["matrix"]>, column: string): void {
    const one = cellRecord(draft, matrix, column, this.cell(column), this.mapping, (at, message) => {
      this.result.unreadKind = draft.kind as RecordKind;
      this.#skip(at, message);
    });
    if (one) this.result.drafts.push(one);
  }
}

/** A cell of a matrix as a record; null where it is empty. */
function cellRecord(
  draft: Draft,
  matrix: NonNullable<SheetMapping["matrix"]>,
  column: string,
  cell: Cell,
  mapping: SheetMapping,
  skip: (column: string, message: string) => void,
): Draft | null {
  if (isEmpty(cell) || isUnknown(textOf(cell))) return null;
  const columns: Record<string, string> = { ...draft.columns, [matrix.field]: column };
  const record = { ...draft, fields: { ...draft.fields, [matrix.field]: column }, columns };
  if (matrix.value === null) return isNo(textOf(cell)) ? null : record;
  const source = mapping.fields[matrix.value] ?? { columns: [] };
  const field = fieldAt(draft.kind as RecordKind, matrix.value)!;
  // A tick for an optional number says that it is so, and no number.
  const isTick = !field.isRequired && isYes(textOf(cell)) && typeof cell !== "number";
  if (isTick) return record;
  const reading = readValue(field, cell as Exclude<Cell, null>, source);
  if ("problem" in reading) {
    skip(column, reading.problem);
    return null;
  }
  if (reading.value === undefined) return null;
  record.fields[matrix.value] = reading.value;
  columns[matrix.value] = column;
  return record;
}

/** A relation that the file says the other way round: “Acme | Supplied by | Bolts”. */
function turnAround(draft: Draft, source: FieldSource | undefined, row: Cells): void {
  const said = source?.columns.map((column) => textOf(row.cell(column))).find((text) => text !== "");
  const isReversed = said !== undefined && (source!.reversed ?? []).includes(said);
  if (!isReversed) return;
  draft.fields.type ??= reversedType(said);
  Object.assign(draft, otherWay(draft));
}

/** The relation from its second actor to its first. */
function otherWay(draft: Draft): Draft {
  const { from, to, ...rest } = draft.referred;
  return {
    ...draft,
    fields: { ...draft.fields, from: draft.fields.to, to: draft.fields.from },
    columns: { ...draft.columns, from: draft.columns.to ?? "", to: draft.columns.from ?? "" },
    referred: { ...rest, ...(to && { from: to }), ...(from && { to: from }) },
  };
}

/** Whether the other way round is another relation: that two compete or are partners is one. */
function hasDirection({ fields }: Draft): boolean {
  const words = relationTypes.values[fields.type as RelationType];
  return words !== undefined && words.word !== words.reverse;
}

/** The required fields of a kind that a draft must have before its references are looked up. */
export const missingFields = (draft: Draft): string[] =>
  draft.kind === "ecosystem"
    ? []
    : Object.entries(recordKinds[draft.kind].fields)
        .filter(([name, field]) => field.isRequired && name !== "key" && draft.fields[name] === undefined)
        .map(([name]) => name);

/** A draft, and one for each record of which its row says more than the name. */
export function withReferred(draft: Draft): Draft[] {
  if (draft.kind === "ecosystem") return [draft];
  const { kind, sheet, row, columns } = draft;
  const more = Object.entries(draft.referred).flatMap(([field, fields]): Draft[] => {
    const name = [draft.fields[field]].flat()[0];
    const to = recordKinds[kind].fields[field]?.reference?.to as RecordKind | undefined;
    if (to === undefined || typeof name !== "string") return [];
    const title = recordKinds[to].fields.title ? "title" : "name";
    return [
      {
        kind: to,
        fields: { [title]: name, ...fields },
        empty: [],
        referred: {},
        sheet,
        row,
        columns,
        isReferred: true,
      },
    ];
  });
  return [...more, draft];
}
