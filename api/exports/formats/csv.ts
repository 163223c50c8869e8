import { stringify } from "csv-stringify/sync";
import type { AnyRecord, EcosystemDocument, RecordKind } from "../../../cypher/model/document.ts";
import { withGuard } from "../../changes/imports/tables/formula-guard.ts";
import { type CellValue, columnsOf, rowsOf } from "../tables.ts";
import type { TableFormat } from "./format.ts";

export const csv = {
  name: "CSV",
  label: "Table (CSV)",
  description: "One kind of record as a table of separated values, for spreadsheets and scripts.",
  ending: "csv",
  mediaType: "text/csv;charset=utf-8",
  losses: () => ["One table holds one kind of record."],
  writeTable,
} as const satisfies TableFormat;

/** The records of a kind: words for values, lists by semicolons, cells that look like formulas guarded. */
function writeTable(document: EcosystemDocument, kind: RecordKind): string {
  const records = (document[kind] ?? []) as AnyRecord[];
  const columns = columnsOf(kind, records);
  const rows = rowsOf(columns, records.length, cellText);
  return stringify([columns.map(({ header }) => header), ...rows], {
    bom: true,
    record_delimiter: "windows",
    // Separators of other locales, and either sign of a line end alone, would split an unquoted cell.
    quoted_match: /[;|\t\r\n]/,
  });
}

const cellText = (value: CellValue): string =>
  value === null ? "" : typeof value === "string" ? withGuard(value) : String(value);
