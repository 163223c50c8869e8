import { readDelimited } from "../tables/read-delimited.ts";
import type { TableFormat } from "./format.ts";

export const csv = {
  name: "CSV",
  description: "A table of separated values (CSV, TSV), in any of the usual encodings, with a mapping.",
  endings: [".csv", ".tsv", ".tab", ".txt"],
  sheets: (bytes) => [readDelimited(bytes)],
} as const satisfies TableFormat;
