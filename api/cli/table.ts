/** Width beyond which a cell is cut, in characters: --json prints it whole. */
const maxWidth = 60;

/** Rows as a table for a terminal: columns as wide as they need to be, numbers to the right. */
export function tableOf(columns: readonly string[], rows: readonly (readonly unknown[])[], width = maxWidth): string {
  const cells = [
    columns.map((column) => inOneLine(column)),
    ...rows.map((row) => row.map((value) => cellOf(value, width))),
  ];
  const widths = columns.map((_, at) => cells.reduce((most, row) => Math.max(most, lengthOf(row[at]!)), 0));
  const isNumber = columns.map(
    (_, at) =>
      rows.some((row) => row[at] !== null) && rows.every((row) => row[at] === null || typeof row[at] === "number"),
  );
  const lineOf = (row: string[]) =>
    row
      .map((cell, at) => {
        const padding = " ".repeat(widths[at]! - lengthOf(cell));
        return isNumber[at] ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = cells;
  return [lineOf(head), widths.map((many) => "-".repeat(many)).join("  "), ...body.map(lineOf)].join("\n");
}

function cellOf(value: unknown, width: number): string {
  const characters = [...inOneLine(typeof value === "string" ? value : JSON.stringify(value))];
  return characters.length > width ? `${characters.slice(0, width - 1).join("")}…` : characters.join("");
}

// Control characters in a name could move the terminal's cursor or change its colours.
const inOneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
const lengthOf = (text: string) => [...text].length;
