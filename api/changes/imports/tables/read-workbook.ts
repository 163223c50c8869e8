import { type CellValue, readXlsx, type Sheet as WorkbookSheet } from "hucre/xlsx";
import { unreadable } from "../issue.ts";
import { checkSize } from "../limits.ts";
import { checkShape } from "./read-delimited.ts";
import type { Cell, Mended, Merge, Sheet, SheetRow } from "./table.ts";
import { checkArchive } from "./zip-size.ts";

const formulaError = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;

/** Whether bytes are an XLSX workbook, or at least a zip archive. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Reads the sheets of an XLSX workbook: values of formulas as they were last computed, dates as texts, merged cells with
 * their value in each row. Macros are never looked at. @throws UnreadableFile
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  checkSize(bytes.length);
  checkKind(bytes);
  checkArchive(bytes);
  const { sheets } = await readXlsx(bytes).catch((error: Error) => {
    throw unreadable("", `The workbook cannot be read: ${sentence(error.message)} Save it again as XLSX.`);
  });
  return sheets.map(sheetOf);
}

function checkKind(bytes: Uint8Array): void {
  if (isArchive(bytes)) return;
  const beginning = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1_000));
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*</.test(beginning))
    throw unreadable(
      "",
      "This is an HTML or XML page with the name of a workbook. Open it in a spreadsheet and save it as XLSX or CSV.",
    );
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw unreadable(
      "",
      "This is a workbook of the old kind (XLS), or one with a password. Save it as XLSX without one.",
    );
  throw unreadable("", "This is not an XLSX workbook. If it is a table in another form, save it as XLSX or CSV.");
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function sheetOf(sheet: WorkbookSheet): Sheet {
  const mended: Mended[] = [];
  const merges = (sheet.merges ?? []).map(
    ({ startRow, endRow, startCol, endCol }): Merge => ({
      top: startRow + 1,
      bottom: endRow + 1,
      left: startCol,
      right: endCol,
    }),
  );
  const rows = sheet.rows.map((cells, at): SheetRow => {
    const number = at + 1;
    return {
      number,
      cells: cells.map((value, column) => {
        if (!isErrorText(value) || !isComputed(sheet, at, column)) return cellOf(value);
        mended.push({ row: number, message: `The formula has the error ${value}: read as empty.` });
        return null;
      }),
    };
  });
  checkShape(rows, sheet.name);
  return { name: sheet.name, isHidden: Boolean(sheet.hidden || sheet.veryHidden), rows, merges, mended };
}

const isErrorText = (value: CellValue): value is string => typeof value === "string" && formulaError.test(value);

/** Whether a formula has made a cell's value: a text that somebody has typed is a text, whatever it reads. */
function isComputed({ cells }: WorkbookSheet, row: number, column: number): boolean {
  const type = cells?.get(`${row},${column}`)?.type;
  return type === "error" || type === "formula";
}

function cellOf(value: CellValue): Cell {
  if (value instanceof Date) return dateText(value);
  if (typeof value !== "string") return value;
  return value.includes("\0") ? value.replaceAll("\0", "") : value;
}

/** A date as a text; with its time where it has one. Excel knows no time zones. */
function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const [day, time] = date.toISOString().split("T") as [string, string];
  return time.startsWith("00:00:00") ? day : `${day}T${time}`;
}
