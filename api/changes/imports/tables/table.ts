import { isBlankText } from "../blank-text.ts";

/** Value of a cell. A date is a text, YYYY-MM-DD: a spreadsheet's own dates and those in texts are then one thing. */
export type Cell = string | number | boolean | null;

/** Row of a sheet as it stands in the file, with the number that a spreadsheet shows beside it. */
export interface SheetRow {
  number: number;
  cells: Cell[];
}

/** Sheet as it is read, before its header has been found. */
export interface Sheet {
  /** Null where the format has no sheets. */
  name: string | null;
  isHidden: boolean;
  rows: SheetRow[];
  /** Rows whose cells come from merged cells beside or above them: in a header they are groups, in data repeated values. */
  merges: Merge[];
  /** What was not quite valid and how it was read. */
  mended: Mended[];
  /** What the file holds besides and no table can take. */
  leftOut?: LeftOut[];
  /** Rows that are no records, whatever the mapping. */
  refused?: RefusedRow[];
  /** The decimal sign of the format, where it has one. */
  decimal?: ".";
}

/** Something of a file that is left out, counted by sort. */
export interface LeftOut {
  what: string;
  count: number;
  reason: string;
}

/** Merged cells: rows by number, columns from 0. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Mended {
  row: number;
  message: string;
}

/** Row that is left out, with the column that is wrong. */
export interface RefusedRow {
  row: number;
  column: string;
  message: string;
}

/** Table: a header with a name for each column, and rows of as many cells. The common form of all tabular formats. */
export interface Table {
  sheet: string | null;
  isHidden: boolean;
  /** Texts of the rows above the header, such as a title. */
  above: string[];
  headerRow: number;
  /** Names of the columns, each once. */
  columns: string[];
  /** How many cells of each column have a value. */
  filled: number[];
  rows: SheetRow[];
  mended: Mended[];
  refused?: readonly RefusedRow[];
  decimal?: ".";
}

/** Whether a cell has no value. */
export const isEmpty = (cell: Cell | undefined): cell is null | undefined | "" =>
  cell === null || cell === undefined || (typeof cell === "string" && isBlankText(cell));

/** A cell as a text, without blanks around it; "" of an empty one. */
export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();
