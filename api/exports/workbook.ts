import { writeXlsx } from "hucre/xlsx";
import type { AnyRecord, EcosystemDocument, RecordKind } from "../../cypher/model/document.ts";
import { valuesOf } from "../../cypher/model/enum-table.ts";
import type { Field } from "../../cypher/model/field.ts";
import { recordKindNames, recordKinds } from "../../cypher/model/record-kinds.ts";
import { exportSheet } from "../changes/imports/mapping/guess-mapping.ts";
import { letters } from "../changes/imports/tables/find-header.ts";
import { capitalise } from "../shared/format.ts";
import { type CellValue, columnsOf, rowsOf, wordOf } from "./tables.ts";

type WriteSheet = Parameters<typeof writeXlsx>[0]["sheets"][number];
type Cell = CellValue | Date;

/** Characters that a spreadsheet keeps in a cell, with some to spare. */
const maxCell = 32_000;
/** Days that a spreadsheet has as dates; earlier ones are texts. */
const firstDay = "1901-01-01";
/** Rows below the last record in which a value is still chosen from a list. */
const roomBelow = 500;

/**
 * The workbook of an ecosystem: a sheet for each kind of record, with the words for fields and values, and lists to choose
 * from. Imported again it changes nothing, and what is edited in it is what changes.
 */
export function workbookOf(document: EcosystemDocument): Promise<Uint8Array> {
  const sheets = recordKindNames.flatMap((kind) => {
    const records = (document[kind] ?? []) as AnyRecord[];
    return records.length === 0 ? [] : [sheetOf(kind, records)];
  });
  return writeXlsx({ sheets: [aboutSheet(document), headSheet(document), ...sheets] });
}

function aboutSheet({ ecosystem }: EcosystemDocument): WriteSheet {
  const rows = [
    ["What", "Value"],
    ["Ecosystem", ecosystem.key],
    ["Written by", "Ecotone, as one sheet for each kind of record"],
    [
      "To edit",
      "Change cells or add rows and import the file again. An emptied cell empties the field. Keep the keys.",
    ],
  ];
  return { name: exportSheet, rows: rows.map((row) => row.map(safe)), columns: [{ width: 16 }, { width: 100 }] };
}

function headSheet({ ecosystem: { name, valueProposition, description, focal } }: EcosystemDocument): WriteSheet {
  const header = ["Name", "Value proposition", "Description", "Focal firm"];
  const values = [name, valueProposition, description, focal];
  return { name: "Ecosystem", rows: [header, values.map((value) => (value === undefined ? null : safe(value)))] };
}

function sheetOf(kind: RecordKind, records: readonly AnyRecord[]): WriteSheet {
  const columns = columnsOf(kind, records, { maxCell });
  const rows = rowsOf(columns, records.length, (value, { field }) => cellOf(field, value));
  return {
    name: capitalise(recordKinds[kind].plural),
    rows: [columns.map(({ header }): Cell => header), ...rows],
    columns: columns.map(({ header, field }) => ({
      width: Math.max(12, Math.min(40, header.length + 4)),
      ...(field.type === "date" && { numFmt: "yyyy-mm-dd" }),
    })),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ field }, at) => validationOf(field, at, records.length)),
  };
}

function cellOf(field: Field, value: CellValue): Cell {
  if (field.type === "date" && typeof value === "string" && value >= firstDay) return new Date(`${value}T00:00:00Z`);
  return workbookCell(value);
}

/** A cell with a text as a workbook has it. */
export const workbookCell = (value: CellValue): CellValue => (typeof value === "string" ? safe(value) : value);

/**
 * Escapes what a workbook's texts would be read as: _x000D_ stands for a character in them, #N/A for an error. The writer
 * escapes control characters, but not the two others that XML forbids.
 */
const safe = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("\r", "_x000D_")
    .replaceAll("\uFFFE", "_xFFFE_")
    .replaceAll("\uFFFF", "_xFFFF_")
    .replace(/^#(?=[A-Z0/]+[!?]?$)/, "_x0023_");

/** A list to choose from, for a field of which a cell holds one of a few values. */
function validationOf(field: Field, column: number, rows: number): NonNullable<WriteSheet["dataValidations"]> {
  if (!field.values || field.isList) return [];
  const words = valuesOf(field.values).map((value) => wordOf(field, value));
  const letter = letters(column);
  return [
    {
      type: "list",
      values: words,
      allowBlank: !field.isRequired,
      showErrorMessage: true,
      errorTitle: field.label,
      errorMessage: "Choose one of the list.",
      range: `${letter}2:${letter}${rows + 1 + roomBelow}`,
    },
  ];
}
