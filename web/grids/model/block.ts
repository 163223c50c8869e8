// Blocks of cells: rectangles of a grid, and the text form in which spreadsheets copy and paste them.

export interface CellPlace {
  row: number;
  column: number;
}

/** A rectangle between two cells: where it was begun, and the opposite corner. */
export interface CellRange {
  anchor: CellPlace;
  head: CellPlace;
}

export interface Bounds {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const boundsOf = ({ anchor, head }: CellRange): Bounds => ({
  top: Math.min(anchor.row, head.row),
  bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  right: Math.max(anchor.column, head.column),
});

export const contains = ({ top, bottom, left, right }: Bounds, { row, column }: CellPlace): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const sizeOf = ({ top, bottom, left, right }: Bounds): { rows: number; columns: number } => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
});

/** A block as Excel and Google Sheets put it on the clipboard: cells with tabs, line breaks or quotes are quoted. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join("\t")).join("\r\n");

const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The block in a text of the clipboard. A quote within a cell that does not begin with one is a letter like others. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : null;
    const end = cell?.end ?? endOfPlain(text, at);
    rows.at(-1)!.push(cell?.text ?? text.slice(at, end));
    if (end >= text.length) return rows;
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (text[end] !== "\t") rows.push([]);
  }
  // A block ends with a line break; after a tab there is one more, empty cell.
  if (rows.at(-1)!.length === 0 && rows.length > 1) rows.pop();
  else rows.at(-1)!.push("");
  return rows;
}

function endOfPlain(text: string, from: number): number {
  const separator = /[\t\r\n]/g;
  separator.lastIndex = from;
  return separator.exec(text)?.index ?? text.length;
}

/** A quoted cell; null where the quote is not closed before the end of the cell. */
function readQuoted(text: string, from: number): { text: string; end: number } | null {
  let cell = "";
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const end = at + 1;
      return end === text.length || /[\t\r\n]/.test(text[end]!) ? { text: cell, end } : null;
    }
  }
  return null;
}

export interface PlacedText extends CellPlace {
  text: string;
}

/**
 * The cells that a block fills: from the top left corner of the range on; a single value fills the whole range, and a
 * range of several times the block's size is filled with it repeated, as spreadsheets do.
 */
export function placeBlock(block: readonly (readonly string[])[], bounds: Bounds): PlacedText[] {
  const height = block.length;
  const width = Math.max(...block.map((cells) => cells.length));
  const size = sizeOf(bounds);
  const repeats = size.rows % height === 0 && size.columns % width === 0;
  const [rows, columns] = repeats ? [size.rows, size.columns] : [height, width];
  const placed: PlacedText[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const text = block[row % height]?.[column % width];
      // Lines of a block may be of different length: nothing is said of the cells beyond.
      if (text !== undefined) placed.push({ row: bounds.top + row, column: bounds.left + column, text });
    }
  return placed;
}

/** The cells of a range that fill-down or fill-right overwrites, each with the text of the first row or column. */
export function fillRange(bounds: Bounds, way: "down" | "right", textAt: (place: CellPlace) => string): PlacedText[] {
  const filled: PlacedText[] = [];
  for (let row = bounds.top; row <= bounds.bottom; row++)
    for (let column = bounds.left; column <= bounds.right; column++) {
      const from = way === "down" ? { row: bounds.top, column } : { row, column: bounds.left };
      if (from.row === row && from.column === column) continue;
      filled.push({ row, column, text: textAt(from) });
    }
  return filled;
}
