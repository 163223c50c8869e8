import { stringify } from "csv-stringify/browser/esm/sync";

/** A value of a cell; one that is unknown is an empty cell. */
export type CsvCell = string | number | null | undefined;

/**
 * CSV injection: a cell that a spreadsheet may take for a formula is prefixed by an apostrophe, and so is one that
 * begins with one. Signs in full width or small form count as their ASCII form, blanks and control characters before
 * them do not help, and a pipe or a percent sign begins a formula in some programs. NUL goes first, behind which a sign
 * could hide.
 */
const formulaStart = /^['\t\r\n]|^[\s\p{Z}\p{C}]*[=+\-\u2212@|%]/u;
function harmless(text: string): string {
  const plain = text.replaceAll("\0", "");
  return formulaStart.test(plain.normalize("NFKC")) ? `'${plain}` : plain;
}

const cellText = (value: CsvCell): string =>
  value === null || value === undefined ? "" : typeof value === "number" ? String(value) : harmless(value);

/** Rows as CSV that a spreadsheet opens as they are, the header among them. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(cellText)),
    {
      bom: true,
      record_delimiter: "windows",
      // Separators of other locales, and either sign of a line end alone: an unquoted cell would be split there, and its
      // second part be a cell of its own.
      quoted_match: /[;\t\r\n]/,
    },
  );
