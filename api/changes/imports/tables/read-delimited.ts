import { CsvError, parse } from "csv-parse/sync";
import { UnreadableFile, unreadable } from "../issue.ts";
import { checkSize, checkText } from "../limits.ts";
import { decodeText } from "./decode-text.ts";
import { withoutGuard } from "./formula-guard.ts";
import type { Sheet, SheetRow } from "./table.ts";

const separators = [",", ";", "\t", "|"] as const;
type Separator = (typeof separators)[number];
/** Characters by which the separator is told. */
const sampled = 64_000;
const maxRows = 100_000;
const maxColumns = 16_384;

/** Reads a table of separated values: any of the usual encodings, separators and line ends. @throws UnreadableFile */
export function readDelimited(bytes: Uint8Array): Sheet {
  checkSize(bytes.length);
  const { text: content, encoding } = decodeText(bytes);
  checkText(content);
  const { separator, text, firstRow } = declaredSeparator(content);
  const rows = parseRows(text, separator ?? separatorOf(text.slice(0, sampled))).map(
    (cells, at): SheetRow => ({ number: at + firstRow, cells: cells.map(withoutGuard) }),
  );
  checkShape(rows);
  const mended = encoding === "UTF-8" ? [] : [{ row: 1, message: `Read as ${encoding}.` }];
  return { name: null, isHidden: false, rows, merges: [], mended };
}

/** Refuses a table that is larger than an import may be. */
export function checkShape(rows: readonly SheetRow[], sheet: string | null = null): void {
  const where = sheet === null ? "The file" : `The sheet “${sheet}”`;
  if (rows.length > maxRows + 100)
    throw unreadable(
      "",
      `${where} has ${rows.length.toLocaleString("en")} rows; the limit is ${maxRows.toLocaleString("en")} per import. Split it.`,
    );
  const widest = rows.find(({ cells }) => cells.length > maxColumns);
  if (widest)
    throw unreadable(
      `row ${widest.number}`,
      `The row has ${widest.cells.length.toLocaleString("en")} columns; the limit is ${maxColumns.toLocaleString("en")}.`,
    );
}

/** The first line "sep=;" by which Excel is told the separator. */
function declaredSeparator(text: string): { separator: Separator | undefined; text: string; firstRow: number } {
  const declared = /^"?sep=([,;\t|])"?(\r\n|\r|\n)/i.exec(text);
  if (!declared) return { separator: undefined, text, firstRow: 1 };
  return { separator: declared[1] as Separator, text: text.slice(declared[0].length), firstRow: 2 };
}

function parseRows(text: string, separator: Separator): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      // A quote within a cell (3" pipe) is a character.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = `row ${Number((error as { records?: unknown }).records ?? 0) + 1}`;
    if (error.code === "CSV_QUOTE_NOT_CLOSED")
      throw unreadable(row, 'A quote (") opens in this row and never closes. Close it, or remove it.');
    if (error.code === "CSV_MAX_RECORD_SIZE")
      throw unreadable(row, 'The row has more than a million characters: a quote (") may be missing in it.');
    throw new UnreadableFile([{ path: row, message: `The row cannot be read: ${error.message}.` }]);
  }
}

/**
 * The separator by which most rows of a sample have the same number of cells, more than one; among equals the one with
 * more cells. Decimal commas do not count, since their rows have differing numbers of them.
 */
function separatorOf(sample: string): Separator {
  const rated = separators.map((separator) => {
    const counts = new Map<number, number>();
    const rows = rowsOfSample(sample, separator).filter((width) => width > 0);
    for (const width of rows) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width = 1, same = 0] = [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0] ?? [];
    return { separator, share: rows.length === 0 ? 0 : same / rows.length, width };
  });
  const best = rated.sort((a, b) => b.share - a.share || b.width - a.width)[0]!;
  return best.share === 0 ? "," : best.separator;
}

/** The widths of a sample's rows, quotes respected; 0 of an empty row. The last row may be cut off and is left out. */
function rowsOfSample(sample: string, separator: string): number[] {
  const widths: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isBlank = true;
  for (let at = 0; at < sample.length; at++) {
    const character = sample[at]!;
    if (character === '"' && (isQuoted || isBlank || sample[at - 1] === separator)) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === separator) cells++;
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && sample[at + 1] === "\n") at++;
      widths.push(isBlank ? 0 : cells);
      [cells, isBlank] = [1, true];
      continue;
    }
    isBlank = false;
  }
  if (sample.length < sampled && !isBlank) widths.push(cells);
  return widths;
}
