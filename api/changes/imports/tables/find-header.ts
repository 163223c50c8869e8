import { type Cell, isEmpty, type Merge, type Sheet, type SheetRow, type Table, textOf } from "./table.ts";

/** Rows among which the header is looked for: reports have titles, dates and notes above it. */
const searched = 40;

/**
 * The table of a sheet: its header is the first row that is as wide as the rows below it and consists of different
 * texts. A row of groups above the header, as over merged cells, is part of the names. Null of an empty sheet.
 * @param headerRow the number of the header's row, where it is known
 */
export function tableOf(sheet: Sheet, headerRow?: number): Table | null {
  const { name, isHidden, merges } = sheet;
  const width = sheet.rows.reduce((widest, { cells }) => Math.max(widest, lastFilled(cells) + 1), 0);
  const filled = sheet.rows.filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
  if (width === 0 || filled.length === 0) return null;
  const header = filled.find(({ number }) => number === headerRow) ?? findHeader(filled, merges);
  const at = filled.indexOf(header);
  const groups = groupsAbove(filled[at - 1], header, merges);
  const mended = [...sheet.mended];
  const columns = namesOf(header, groups, width, filled.slice(at + 1), mended);
  const rows = spread(sheet.rows, merges, header.number)
    .filter(({ number, cells }) => number > header.number && cells.some((cell) => !isEmpty(cell)))
    .map(({ number, cells }): SheetRow => ({ number, cells: asWideAs(columns, cells) }));
  const above = filled.slice(0, groups ? at - 1 : at).map(({ cells }) => cells.map(textOf).filter(Boolean).join(" "));
  const ragged = filled.slice(at + 1).filter(({ cells }) => lastFilled(cells) > lastFilled(header.cells));
  for (const { number } of ragged.slice(0, 100))
    mended.push({
      row: number,
      message: "The row has more cells than the header: the rest is in columns without a name.",
    });
  const { refused, decimal } = sheet;
  return {
    ...{ sheet: name, isHidden, above, headerRow: header.number, columns, rows, mended },
    filled: filledCells(columns, rows),
    ...(refused && { refused }),
    ...(decimal && { decimal }),
  };
}

/** How many cells of each column have a value: row by row, as they lie in memory. */
function filledCells(columns: readonly string[], rows: readonly SheetRow[]): number[] {
  const counts = columns.map(() => 0);
  for (const { cells } of rows) for (let at = 0; at < counts.length; at++) if (!isEmpty(cells[at])) counts[at]!++;
  return counts;
}

const asWideAs = (columns: readonly string[], cells: Cell[]): Cell[] =>
  cells.length === columns.length ? cells : columns.map((_, column) => cells[column] ?? null);

function lastFilled(cells: SheetRow["cells"]): number {
  let last = cells.length - 1;
  while (last >= 0 && isEmpty(cells[last])) last--;
  return last;
}

const countFilled = ({ cells }: SheetRow): number => cells.filter((cell) => !isEmpty(cell)).length;
const isText = (cell: SheetRow["cells"][number]): boolean =>
  typeof cell === "string" && !/^[\s\d.,%+\-/:€$£]+$/.test(cell) && cell.trim() !== "";

function findHeader(filled: SheetRow[], merges: Merge[]): SheetRow {
  const top = filled.slice(0, searched);
  const rated = top.map((row, at) => {
    const below = filled.slice(at + 1, at + 11);
    // The last row has nothing to be the header of.
    if (below.length === 0) return { row, score: 0 };
    const typical = median(below.map(countFilled));
    const values = row.cells.filter((cell) => !isEmpty(cell));
    const texts = values.filter(isText).length;
    const years = values.filter((value) => /^(?:19|20)\d{2}$/.test(textOf(value))).length;
    const distinct = new Set(values.map((value) => textOf(value).toLowerCase())).size;
    const breadth = Math.min(1, values.length / typical);
    // Years are names of columns beside words, and other numbers may be, so these count a little.
    const words = (texts + (texts > 0 ? 0.6 * years : 0) + 0.3 * (values.length - texts)) / values.length;
    return { row, score: breadth * words * (0.7 + (0.3 * distinct) / values.length) - at * 0.005 };
  });
  const best = Math.max(...rated.map(({ score }) => score));
  const at = rated.findIndex(({ score }) => score >= best - 0.2);
  const [likely, next] = [rated[at]!, rated[at + 1]];
  // Groups of columns above the header are about as likely as itself.
  const isGroups =
    next &&
    next.score > likely.score - 0.1 &&
    namesNumbers(next.row, top[at + 2]) &&
    groupsAbove(likely.row, next.row, merges);
  return isGroups ? next.row : likely.row;
}

/** Whether words of a row stand above numbers: the row is then no record itself. */
const namesNumbers = ({ cells }: SheetRow, below: SheetRow | undefined): boolean =>
  cells.some((cell, column) => isText(cell) && !isEmpty(below?.cells[column]) && !isText(below?.cells[column] ?? null));

/** Of an even number the lower: of few rows one that has too many cells shall not say how wide a header is. */
function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}

/**
 * The groups that a row above the header gives its columns: the row has fewer cells, each over several columns, by
 * merged cells or by blanks to its right.
 */
function groupsAbove(row: SheetRow | undefined, header: SheetRow, merges: Merge[]): string[] | null {
  if (!row || row.number !== header.number - 1) return null;
  const count = countFilled(row);
  const merged = merges.filter(({ top, bottom, left, right }) => top === row.number && bottom === top && right > left);
  const isSpread = merged.length >= 2 || (merged.length === 1 && count >= 2);
  const isSparse =
    count < countFilled(header) && spansOf(row, lastFilled(header.cells)).filter((span) => span > 1).length > 1;
  if (!isSpread && !isSparse) return null;
  const groups: string[] = [];
  let current = "";
  for (let column = 0; column <= lastFilled(header.cells); column++) {
    const cell = row.cells[column];
    const within = merged.find(({ left, right }) => column >= left && column <= right);
    const isAlone = isEmpty(row.cells[column + 1]) === false || column === lastFilled(header.cells);
    if (isSpread) current = within ? textOf(row.cells[within.left]) : "";
    else if (!isEmpty(cell)) current = isAlone ? "" : textOf(cell);
    // A group of one column says nothing of it, unless its own cell is empty.
    groups.push(isEmpty(header.cells[column]) && !isEmpty(cell) ? textOf(cell) : current);
  }
  return groups;
}

/** Over how many columns each filled cell stands, with the blanks to its right. */
function spansOf({ cells }: SheetRow, last: number): number[] {
  const starts = cells.flatMap((cell, column) => (isEmpty(cell) || column > last ? [] : [column]));
  return starts.map((start, at) => (starts[at + 1] ?? last + 1) - start);
}

function namesOf(
  header: SheetRow,
  groups: string[] | null,
  width: number,
  below: SheetRow[],
  mended: Table["mended"],
): string[] {
  const met = new Map<string, number>();
  const isUsed = (column: number) => below.some(({ cells }) => !isEmpty(cells[column]));
  const names: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = textOf(header.cells[column]).replace(/\s+/g, " ");
    const group = groups?.[column] ?? "";
    const name = [group, own].filter(Boolean).join(": ").slice(0, 200);
    const base = name || `Column ${letters(column)}`;
    if (!name && isUsed(column))
      mended.push({ row: header.number, message: `Column ${letters(column)} has no name: it is called “${base}”.` });
    const times = (met.get(base.toLowerCase()) ?? 0) + 1;
    met.set(base.toLowerCase(), times);
    let unique = times === 1 ? base : `${base} (${times})`;
    while (times > 1 && met.has(unique.toLowerCase())) unique += "'";
    if (times > 1) {
      met.set(unique.toLowerCase(), 1);
      mended.push({
        row: header.number,
        message: `Several columns are called “${base}”: column ${letters(column)} is “${unique}”.`,
      });
    }
    names.push(unique);
  }
  return names;
}

/** Rows with the value of merged cells in each of them, so that a value that stands for several rows is in all. */
function spread(rows: SheetRow[], merges: Merge[], headerRow: number): SheetRow[] {
  const down = merges.filter(({ top, bottom }) => bottom > headerRow && bottom > top);
  if (down.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.number, { ...row, cells: [...row.cells] }]));
  for (const { top, bottom, left } of down) {
    const value = byNumber.get(top)?.cells[left] ?? null;
    for (let number = top + 1; number <= bottom; number++) {
      const row = byNumber.get(number);
      if (row && isEmpty(row.cells[left])) row.cells[left] = value;
    }
  }
  return rows.map(({ number }) => byNumber.get(number)!);
}

/** AB for 27: a column as a spreadsheet names it. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}
