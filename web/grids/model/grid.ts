import type { Fields, ReadRecord, RecordEdit } from "../../changes/record-edits.ts";
import type { RecordKind, ValidityStatus } from "../../graphql/schema-types.ts";
import { type GridRecord, withoutUnknown } from "./grid-facts.ts";

// A grid without its component: what stands in each cell, and what a text in a cell would change.

export interface GridRow {
  key: string;
  label: string;
  /** Why it does not count on the day. */
  note?: ValidityStatus;
  /** A row that stands for no record yet. */
  isNew?: boolean;
  /** Its record is on its way to be stored for the first time. */
  isBeingCreated?: boolean;
  /** Fields of a new record that the row gives. */
  preset?: Fields;
}

export interface GridColumn {
  key: string;
  label: string;
  /** What a cell of it takes. */
  help: string;
  /** Heading above several columns. */
  group?: string;
  width?: number;
  isNumber?: boolean;
  /** What can be typed, where that is a choice. */
  suggestions?: readonly string[];
}

/** The heading of a column with the one above it. */
export const headingOf = ({ group, label }: GridColumn): string => (group ? `${group}, ${label}` : label);

export interface GridCell {
  /** As it is shown, edited and copied; empty: unknown. */
  text: string;
  /** The records that it shows. */
  records: readonly GridRecord[];
  /** Why it cannot be edited; null where it can. */
  locked: string | null;
}

/** A change of one record by one cell. */
export type CellChange =
  | { does: "set"; record: ReadRecord; fields: Fields }
  /** @property slot changes with the same slot make one record */
  | { does: "create"; kind: RecordKind; slot: string; fields: Fields }
  | { does: "delete"; record: ReadRecord };

/** @property missing what a new record still needs, in words */
export type Finished = { fields: Fields } | { missing: string };

export type Reading = { changes: readonly CellChange[] } | { problem: string };

export interface Grid {
  /** Heading of the first column. */
  corner: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  cell(row: GridRow, column: GridColumn): GridCell;
  /** What a text in a cell changes, or what is wrong with it. An empty text makes the value unknown. */
  read(row: GridRow, column: GridColumn, text: string): Reading;
  /**
   * The fields with which a new record is stored, or what it still needs.
   * @param given keys of the other new records that are stored with it
   */
  finish(kind: RecordKind, fields: Fields, given: ReadonlySet<string>): Finished;
  /** A row that is added below the others, for pasted blocks and new records; null where rows are given. */
  newRow: ((at: number) => GridRow) | null;
}

export const noCell: GridCell = { text: "", records: [], locked: null };
export const lockedCell = (text: string, locked: string, records: readonly GridRecord[] = []): GridCell => ({
  text,
  records,
  locked,
});

/** Of grids whose cells give all that a record needs. */
export const asTyped = (_kind: RecordKind, fields: Fields): Finished => ({ fields });

export interface Collected {
  edits: RecordEdit[];
  /** What new records still need, by slot. */
  missing: ReadonlyMap<string, string>;
}

/** Changes of several cells as edits, one for each record; new ones that are not complete wait. */
export function collectEdits(changes: readonly CellChange[], finish: Grid["finish"]): Collected {
  const creations = new Map<string, Extract<CellChange, { does: "create" }>>();
  const others = new Map<string, Exclude<RecordEdit, { does: "create" | "end" }>>();
  for (const change of changes) {
    if (change.does === "create") {
      const { kind, slot, fields } = change;
      const before = creations.get(`${kind} ${slot}`);
      creations.set(`${kind} ${slot}`, { ...change, fields: { ...before?.fields, ...fields } });
      continue;
    }
    const name = `${change.record.kind} ${change.record.key}`;
    const before = others.get(name);
    if (change.does === "delete") others.set(name, change);
    else if (before?.does !== "delete")
      others.set(name, { does: "update", record: change.record, fields: { ...before?.fields, ...change.fields } });
  }
  const missing = new Map<string, string>();
  const created: RecordEdit[] = [];
  const given = new Map<RecordKind, Set<string>>();
  // A typed key stays as it is: those that are made, also for rows above it, are others.
  for (const { kind, fields } of creations.values()) {
    const keys = given.get(kind) ?? new Set();
    given.set(kind, typeof fields.key === "string" ? keys.add(fields.key) : keys);
  }
  for (const { kind, slot, fields } of creations.values()) {
    const keys = given.get(kind)!;
    const finished = finish(kind, withoutUnknown(fields), keys);
    if ("missing" in finished) {
      missing.set(slot, finished.missing);
      continue;
    }
    if (typeof finished.fields.key === "string") keys.add(finished.fields.key);
    created.push({ does: "create", kind, fields: finished.fields });
  }
  return { edits: [...created, ...others.values()], missing };
}
