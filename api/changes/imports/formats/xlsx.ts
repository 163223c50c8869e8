import { readWorkbook } from "../tables/read-workbook.ts";
import type { TableFormat } from "./format.ts";

export const xlsx = {
  name: "XLSX",
  description: "An Excel workbook, with a mapping.",
  endings: [".xlsx", ".xlsm"],
  sheets: readWorkbook,
} as const satisfies TableFormat;
