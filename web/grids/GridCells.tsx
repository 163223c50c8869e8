import { type Key, use, useMemo } from "react";
import { Cell, type CellRendererProps } from "react-data-grid";
import { validityWords } from "../shared/words.ts";
import { supportOf } from "./cell-view.ts";
import { GridViewContext, type TableRow } from "./grid-view.ts";
import { contains } from "./model/block.ts";
import type { GridColumn, GridRow } from "./model/grid.ts";

export function RowName({ row }: { row: GridRow }) {
  const missing = use(GridViewContext).missing.get(row.key);
  return (
    <span title={missing ?? row.label}>
      <bdi>{row.isNew && row.preset ? `New at ${row.label}` : row.label}</bdi>
      {row.note && <span className="quiet"> {validityWords[row.note].toLowerCase()}</span>}
      {missing && <span className="quiet"> {missing}</span>}
    </span>
  );
}

const supportWords = { sourced: "", unsure: "low confidence", unsourced: "no source" } as const;

export function CellText({ row, column }: { row: GridRow; column: GridColumn }) {
  const { text, records, problem } = use(GridViewContext).view(row, column);
  const support = supportOf(records);
  return (
    <span
      className="grid-cell"
      data-support={support}
      data-number={column.isNumber || undefined}
      title={problem ?? text}
    >
      {text}
      {support !== null && supportWords[support] !== "" && <span className="unseen">, {supportWords[support]}</span>}
      {problem !== null && <span className="unseen">, error: {problem}</span>}
    </span>
  );
}

interface CellProps {
  /** What the grid's library draws a cell from: it is the same until the row is drawn again. */
  cell: CellRendererProps<TableRow, unknown>;
  column: GridColumn;
  /** Number of the column. */
  at: number;
}

/** A cell with its state: in the selected range, wrong, not stored, or not to be edited. */
function ValueCell({ cell, column, at }: CellProps) {
  const { view, selected } = use(GridViewContext);
  const { problem, locked, isDraft } = view(cell.row, column);
  const isSelected = selected !== null && contains(selected, { row: cell.rowIdx, column: at });
  return useMemo(() => {
    const classes = [
      isSelected && !cell.isCellActive && "grid-in-range",
      problem !== null && "grid-wrong",
      isDraft && problem === null && "grid-draft",
      locked !== null && "grid-locked",
    ];
    return (
      <Cell
        {...cell}
        className={classes.filter(Boolean).join(" ")}
        aria-selected={isSelected || cell.isCellActive}
        {...(problem !== null && { "aria-invalid": true })}
      />
    );
  }, [cell, problem, locked, isDraft, isSelected]);
}

/** Draws the cells of a grid of these columns; the first one, without a number, has the names of the rows. */
export const cellRenderer =
  (columns: readonly GridColumn[], numbers: ReadonlyMap<string, number>) =>
  (key: Key, cell: CellRendererProps<TableRow, unknown>) => {
    const at = numbers.get(cell.column.key);
    if (at === undefined) return <Cell key={key} {...cell} role="rowheader" className="grid-row-name" />;
    return <ValueCell key={key} cell={cell} column={columns[at]!} at={at} />;
  };
