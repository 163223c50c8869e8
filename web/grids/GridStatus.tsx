import { describedKind } from "../shared/described-records.ts";
import { count, percent } from "../shared/format.ts";
import { type CellView, confidenceOf, sourcesOf } from "./cell-view.ts";
import { type GridColumn, type GridRow, headingOf } from "./model/grid.ts";

interface Props {
  row: GridRow;
  column: GridColumn;
  view: CellView;
  selected: { rows: number; columns: number };
}

/** What stands in the active cell and what it rests on, in words; the value of several cells is their number. */
export function GridStatus({ row, column, view, selected }: Props) {
  const { text, records, locked, problem, isDraft } = view;
  const isFact = records.some(({ kind }) => describedKind(kind).isFact);
  const confidence = confidenceOf(records);
  const several = selected.rows * selected.columns > 1;
  return (
    <div className="grid-status" role="status">
      {several ? (
        <span>
          <strong>
            {count(selected.rows, "row")} × {count(selected.columns, "column")}
          </strong>{" "}
          selected
        </span>
      ) : (
        <>
          <span>
            <strong>
              <bdi>{row.label}</bdi> – <bdi>{headingOf(column)}</bdi>: {text === "" ? "unknown" : text}
            </strong>
            {isDraft && problem === null && " (not stored)"}
          </span>
          {isFact && (
            <span>
              {sourcesOf(records) === 0 ? "No source" : count(sourcesOf(records), "source")}
              {confidence !== null && `, confidence ${percent(confidence)}`}
            </span>
          )}
          {problem !== null && <span className="grid-problem">{problem}</span>}
          <span>{locked ?? column.help}</span>
        </>
      )}
    </div>
  );
}
