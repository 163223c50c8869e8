import { csvOf } from "../../shared/csv.ts";
import type { Grid } from "./grid.ts";

/** A grid as CSV: all its rows, each cell as it is shown. Drafts are no facts, and not in it. */
export function gridCsv(grid: Grid): string {
  const header = grid.columns.map(({ label, group }) => (group ? `${group}: ${label}` : label));
  const rows = grid.rows.map((row) => [row.label, ...grid.columns.map((column) => grid.cell(row, column).text)]);
  return csvOf([[grid.corner, ...header], ...rows]);
}
