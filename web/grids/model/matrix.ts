import { isSame } from "../../changes/rebase.ts";
import { type Fields, identityOf, isKeyed, type ReadRecord } from "../../changes/record-edits.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { type DescribedField, describedField, describedKind } from "../../shared/described-records.ts";
import { addTo } from "../../shared/groups.ts";
import {
  asTyped,
  type CellChange,
  type Grid,
  type GridColumn,
  type GridRow,
  lockedCell,
  type Reading,
} from "./grid.ts";
import type { GridFacts, GridRecord } from "./grid-facts.ts";

/** A field of a kind of record that has it. */
export const fieldOf = (kind: RecordKind, name: string): DescribedField => describedField(kind, name)!;

/** Records of a kind that are valid on the day, by what they join. */
export class Joined {
  readonly #records = new Map<string, GridRecord[]>();

  constructor(
    readonly facts: GridFacts,
    readonly kind: RecordKind,
    nameOf: (fields: Fields) => string | null,
  ) {
    for (const record of facts.all(kind)) {
      if (record.validity !== "VALID") continue;
      const name = nameOf(record.data);
      if (name === null) continue;
      addTo(this.#records, name, record);
    }
  }

  at(name: string): readonly GridRecord[] {
    return this.#records.get(name) ?? [];
  }
}

/** Why a cell with several records cannot be edited: it would be left open which of them is meant. */
export const severalRecords = (n: number): string => `${n} records are valid here. Edit them in the plain grid.`;

/**
 * A change that creates a record, which begins on the day where an earlier one has ended before it.
 * @param given keys of other new records, which are made in the same change
 */
export function creation(facts: GridFacts, kind: RecordKind, fields: Fields, given?: ReadonlySet<string>): CellChange {
  const named = isKeyed(kind) ? { key: facts.freeKey(kind, nameFor(kind, fields), given), ...fields } : fields;
  const identity = identityOf(kind, named) ?? "";
  const begun = facts.get(kind, identity) ? { ...named, validFrom: facts.day } : named;
  return { does: "create", kind, slot: identityOf(kind, begun) ?? identity, fields: begun };
}

/** What the key of a record without a name is made from: the names of what it joins. */
function nameFor(kind: RecordKind, fields: Fields): string {
  const own = fields.name ?? fields.title;
  if (typeof own === "string") return own;
  return describedKind(kind)
    .fields.filter(({ name, to, isList }) => to !== undefined && !isList && typeof fields[name] === "string")
    .map(({ name }) => String(fields[name]))
    .join("-");
}

/** Sets fields of the one record of a cell, or creates it with them; no change where all are recorded so already. */
export function setOrCreate(
  facts: GridFacts,
  kind: RecordKind,
  record: ReadRecord | undefined,
  identity: Fields,
  fields: Fields,
): Reading {
  if (!record) return { changes: [creation(facts, kind, { ...identity, ...fields })] };
  const isRecorded = Object.entries(fields).every(([name, value]) => isSame(record.data[name], value));
  return isRecorded ? noChange : { changes: [{ does: "set", record, fields }] };
}

export const noChange: Reading = { changes: [] };

interface MatrixCell {
  text(record: GridRecord): string;
  /** What is typed, for the record that is there, if any; a text that is not empty. */
  read(text: string, record: GridRecord | undefined): { fields: Fields } | { problem: string };
}

interface Matrix {
  facts: GridFacts;
  corner: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  kind: RecordKind;
  /** Fields that say whose cell it is. */
  identity(row: GridRow, column: GridColumn): Fields;
  cell: MatrixCell;
  /** Cells that stand for nothing, as what another says of itself; null where all do. */
  lock?(row: GridRow, column: GridColumn): string | null;
}

/** A grid in which each cell is one record of a kind that joins its row and its column. */
export function matrix({ facts, corner, rows, columns, kind, identity, cell, lock }: Matrix): Grid {
  const names = Object.keys(identity({ key: "", label: "" }, { key: "", label: "", help: "" }));
  const nameOf = (fields: Fields) => names.map((name) => fields[name] ?? "").join("|");
  const joined = new Joined(facts, kind, nameOf);
  const recordsAt = (row: GridRow, column: GridColumn) => joined.at(nameOf(identity(row, column)));
  return {
    corner,
    rows,
    columns,
    newRow: null,
    finish: asTyped,
    cell: (row, column) => {
      const records = recordsAt(row, column);
      const text = records.map((record) => cell.text(record)).join(" | ");
      const why = records.length > 1 ? severalRecords(records.length) : (lock?.(row, column) ?? null);
      return why === null ? { text, records, locked: null } : lockedCell(text, why, records);
    },
    read: (row, column, text) => {
      const [record] = recordsAt(row, column);
      if (text.trim() === "") return record ? { changes: [{ does: "delete", record }] } : noChange;
      // Also where a text tells less than the value, as 33.3333333333% does.
      if (record && cell.text(record) === text.trim()) return noChange;
      const read = cell.read(text, record);
      if ("problem" in read) return read;
      return setOrCreate(facts, kind, record, identity(row, column), read.fields);
    },
  };
}
