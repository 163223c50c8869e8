import { workbookOf } from "../workbook.ts";
import type { FileFormat } from "./format.ts";

export const xlsx = {
  name: "XLSX",
  label: "Workbook (XLSX)",
  description: "A sheet for each kind of record. Edit it and import it again: what you edited is what changes.",
  ending: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  losses: () => [],
  write: workbookOf,
} as const satisfies FileFormat;
