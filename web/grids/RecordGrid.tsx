import { useCallback, useMemo, useState } from "react";
import type { Outcome, SubmitOptions } from "../changes/outcome.ts";
import type { RecordEdit } from "../changes/record-edits.ts";
import { viewOf } from "./cell-view.ts";
import { DraftsBar } from "./DraftsBar.tsx";
import { GridStatus } from "./GridStatus.tsx";
import { GridTable } from "./GridTable.tsx";
import type { CellPlace } from "./model/block.ts";
import { cellName } from "./model/drafts.ts";
import type { Grid, GridColumn, GridRow } from "./model/grid.ts";
import { type EnteredText, useGridEdits, type Way } from "./use-grid-edits.ts";
import { useSteadyGrid } from "./use-steady-grid.ts";

interface Props {
  grid: Grid;
  label: string;
  isEditor: boolean;
  /** Text that the names of rows contain. */
  filterText?: string | undefined;
  /** Name under which what is not stored is kept. */
  draftName: string;
  /** Keys of the cell to begin with; without a row the first. */
  startRow?: string | undefined;
  startColumn?: string | undefined;
  submit(edits: readonly RecordEdit[], options: SubmitOptions): Promise<Outcome>;
  flush(): Promise<void>;
}

/** A grid with what is entered in it and not stored, and what stands in the active cell. Rendered anew for another grid. */
export function RecordGrid(props: Props) {
  const { label, isEditor, filterText, draftName, startRow, startColumn, submit, flush } = props;
  const grid = useSteadyGrid(props.grid);
  const wanted = filterText?.trim().toLowerCase() ?? "";
  const filter = useCallback((row: GridRow) => row.label.toLowerCase().includes(wanted), [wanted]);
  const edits = useGridEdits({ grid, filter, draftName, submit, flush });
  const { places, judged, missing, store, discard } = edits;
  const { rows } = places;
  const [beyond, setBeyond] = useState(0);
  const [active, setActive] = useState<CellPlace | null>(null);
  const [selected, setSelected] = useState({ rows: 0, columns: 0 });
  const [shown, setShown] = useState<CellPlace | null>(null);

  const view = useCallback(
    (row: GridRow, column: GridColumn) => viewOf(grid, judged.get(cellName(row, column)), row, column),
    [grid, judged],
  );
  const incomplete = [...judged].filter(
    ([name, { problem }]) => problem === null && missing.has(places.of(name)?.row.key ?? ""),
  ).length;
  const placeOf = (rowKey: string | undefined, columnKey: string | undefined): CellPlace | null => {
    if (rowKey === undefined && columnKey === undefined) return null;
    const row = rows.findIndex(({ key }) => key === rowKey);
    const column = grid.columns.findIndex(({ key }) => key === columnKey);
    return rows.length === 0 || grid.columns.length === 0
      ? null
      : { row: Math.max(0, row), column: Math.max(0, column) };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the address leads is shown once, not again after each edit.
  const start = useMemo(() => placeOf(startRow, startColumn), [startRow, startColumn]);
  const onEnter = useCallback(
    (texts: readonly EnteredText[], way: Way, left: number) => {
      setBeyond(left);
      edits.enter(texts, way);
    },
    [edits.enter],
  );
  const onActive = useCallback((place: CellPlace | null, size: { rows: number; columns: number }) => {
    setActive(place);
    setSelected(size);
  }, []);
  const activeRow = active && rows[active.row];
  const activeColumn = active && grid.columns[active.column];
  return (
    <>
      <DraftsBar
        {...{ judged, incomplete, beyond }}
        onStore={() => {
          setBeyond(0);
          store();
        }}
        onDiscard={() => {
          setBeyond(0);
          discard();
        }}
        onShow={(cell) => {
          const place = places.of(cell);
          if (place) setShown(placeOf(place.row.key, place.column.key));
        }}
      />
      <GridTable {...{ grid, rows, label, isEditor, view, missing, onEnter, onActive }} start={shown ?? start} />
      {activeRow && activeColumn ? (
        <GridStatus row={activeRow} column={activeColumn} view={view(activeRow, activeColumn)} selected={selected} />
      ) : (
        <p className="grid-status grid-legend">
          <span className="grid-legend-unsure">Low confidence</span>
          <span>No source</span>
        </p>
      )}
    </>
  );
}
