import { type SheetRow, type Table, textOf } from "../tables/table.ts";
import { decimalOf, parseNumber } from "./parse-number.ts";
import { fold } from "./vocabulary.ts";

/** Words that name a row of totals and no organisation. */
const totalWords = new Set(
  "grand total|sub total|subtotal|totals|overall total|sum|sum total|summe|gesamt|gesamtsumme|zwischensumme|endsumme|yhteensa|summa|kokonaissumma|valisumma|somme|total general|total generale|sous total|suma|suma total"
    .split("|")
    .map(fold),
);
/** A word that is the name of a firm too: only where its numbers are the totals. */
const maybeTotal = "total";

/** The rows at the end of a table that hold the totals of the rows above, by number, with the word that says so. */
export function totalRows({ rows, columns }: Table): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let at = rows.length - 1; at > 0; at--) {
    const row = rows[at]!;
    const word = row.cells.map(textOf).find((text) => text !== "") ?? "";
    const isTotal =
      totalWords.has(fold(word)) || (fold(word) === maybeTotal && addsUp(row, rows.slice(0, at), columns));
    if (!isTotal) break;
    found.set(row.number, word);
  }
  return found;
}

/** Whether some number of a row is the total of those above it, as near as rounding leaves it. */
function addsUp({ cells }: SheetRow, above: readonly SheetRow[], columns: readonly string[]): boolean {
  return columns.some((_, column) => {
    const texts = above.map((row) => textOf(row.cells[column]));
    const own = textOf(cells[column]);
    const decimal = decimalOf([...texts, own]);
    const total = parseNumber(own, decimal);
    if (total === null || total === 0) return false;
    const sum = texts.reduce((found, text) => found + (parseNumber(text, decimal) ?? 0), 0);
    return Math.abs(sum - total) <= Math.abs(total) * 0.01;
  });
}
