import { type ClipboardEvent, useEffect, useMemo, useRef } from "react";
import {
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  type CellMouseArgs,
  type CellMouseEvent,
  type Column,
  type ColumnGroup,
  DataGrid,
  type DataGridHandle,
  type RowsChangeData,
} from "react-data-grid";
import "react-data-grid/lib/styles.css";
import { isComposing } from "../shared/is-composing.ts";
import { CellEditor } from "./CellEditor.tsx";
import type { CellView } from "./cell-view.ts";
import { CellText, cellRenderer, RowName } from "./GridCells.tsx";
import { GridViewContext, type TableRow } from "./grid-view.ts";
import {
  type Bounds,
  boundsOf,
  type CellPlace,
  fillRange,
  placeBlock,
  readBlock,
  sizeOf,
  writeBlock,
} from "./model/block.ts";
import type { Grid, GridColumn, GridRow } from "./model/grid.ts";
import { useCellRange } from "./use-cell-range.ts";
import type { EnteredText, Way } from "./use-grid-edits.ts";
import { useSteadyRows } from "./use-steady-rows.ts";
import "./grids.css";

interface Props {
  grid: Grid;
  rows: readonly GridRow[];
  label: string;
  isEditor: boolean;
  view(row: GridRow, column: GridColumn): CellView;
  /** What the record of a new row still needs. */
  missing: ReadonlyMap<string, string>;
  /** The cell to begin with. */
  start: CellPlace | null;
  /** @property beyond cells of a pasted block that the grid has no room for */
  onEnter(texts: readonly EnteredText[], way: Way, beyond: number): void;
  onActive(place: CellPlace | null, selected: { rows: number; columns: number }): void;
}

const classOfRow = (row: TableRow) => (row.note ? "grid-row-past" : undefined);
const isSeveral = ({ top, bottom, left, right }: Bounds): boolean => top !== bottom || left !== right;
const nameColumn = "row name";
const rowHeight = 32;
/** Height of the headers: three lines, or four where a name is long. */
const headerHeight = (columns: Grid["columns"]): number => (columns.some(({ label }) => label.length > 30) ? 76 : 60);

/** The component of a grid: cells, ranges, keyboard and clipboard, as spreadsheets have them. */
export function GridTable({ grid, rows: given, label, isEditor, view, missing, start, onEnter, onActive }: Props) {
  const handle = useRef<DataGridHandle>(null);
  const { columns, corner } = grid;
  // Columns stay the same while cells change: the rows would all be drawn again.
  const latest = useRef(view);
  latest.current = view;
  const cells = useCellRange(given.length, columns.length);
  const { range, bounds, activate, extendTo, extendBy, selectAll, pointer } = cells;
  const { shown: rows, hold, noteActive, release } = useSteadyRows(given, range?.anchor ?? null, handle);
  const columnByKey = useMemo(() => new Map(columns.map((column, at) => [column.key, at])), [columns]);

  useEffect(() => {
    if (range) onActive(range.anchor, sizeOf(boundsOf(range)));
    else onActive(null, { rows: 0, columns: 0 });
  }, [range, onActive]);
  // Ranges are the grid's own: its library sets aria-multiselectable for selected rows only.
  useEffect(() => handle.current?.element?.setAttribute("aria-multiselectable", "true"), []);
  // The cell that a link names is scrolled to and focused once.
  useEffect(() => {
    if (!start) return;
    handle.current?.setActivePosition({ rowIdx: start.row, idx: start.column + 1 }, { shouldFocus: true });
  }, [start]);

  const shown = useMemo((): (Column<TableRow> | ColumnGroup<TableRow>)[] => {
    const all = columns.map((column): Column<TableRow> & { group: string | undefined } => ({
      key: column.key,
      group: column.group,
      name: <span title={`${column.label}. ${column.help}`}>{column.label}</span>,
      width: column.width ?? 104,
      resizable: true,
      // The answer to an earlier edit makes the rows anew: what is being typed must not be lost by it.
      editorOptions: { closeOnExternalRowChange: false },
      editable: (row) => isEditor && latest.current(row, column).locked === null,
      renderCell: ({ row }) => <CellText row={row} column={column} />,
      renderEditCell: (props) => <CellEditor {...props} of={column} onOpen={hold} />,
    }));
    const grouped: (Column<TableRow> | ColumnGroup<TableRow>)[] = [];
    for (let at = 0; at < all.length; ) {
      const { group } = all[at]!;
      let end = at + 1;
      while (group !== undefined && all[end]?.group === group) end++;
      const part = all.slice(at, end);
      grouped.push(...(group === undefined ? part : [{ name: group, children: part }]));
      at = end;
    }
    const names: Column<TableRow> = {
      key: nameColumn,
      name: corner,
      frozen: true,
      width: 200,
      resizable: true,
      renderCell: ({ row }) => <RowName row={row} />,
    };
    return [names, ...grouped];
  }, [columns, corner, isEditor, hold]);

  const several = useMemo(() => (range && isSeveral(boundsOf(range)) ? boundsOf(range) : null), [range]);
  const renderers = useMemo(() => ({ renderCell: cellRenderer(columns, columnByKey) }), [columns, columnByKey]);
  const shownCells = useMemo(() => ({ view, selected: several, missing }), [view, several, missing]);

  const textAt = ({ row, column }: CellPlace): string => view(rows[row]!, columns[column]!).text;
  const enter = (placed: readonly (CellPlace & { text: string })[], way: Way) => {
    let beyond = 0;
    const texts = placed.flatMap(({ row, column, text }): EnteredText[] => {
      // Rows for new records are made for as long a block as is pasted.
      const at = rows[row] ?? (grid.newRow ? addedRow(grid, rows, row) : undefined);
      const to = columns[column];
      if (at && to) return [{ row: at, column: to, text }];
      if (text.trim() !== "") beyond += 1;
      return [];
    });
    onEnter(texts, way, beyond);
  };
  const moveTo = (place: CellPlace) =>
    handle.current?.setActivePosition({ rowIdx: place.row, idx: place.column + 1 }, { shouldFocus: true });

  const onKeyDown = (args: CellKeyDownArgs<TableRow>, event: CellKeyboardEvent) => {
    const take = () => {
      event.preventGridDefault();
      event.preventDefault();
    };
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    if (args.mode === "EDIT") {
      // The text is not whole yet: the editor stays open, and the input method gets its key.
      if (isComposing(event)) return event.preventGridDefault();
      if (key !== "Enter") return;
      take();
      args.onClose(true, args.rowIdx + 1 >= rows.length);
      const drawn = release();
      // Somebody else may have added rows above; the key of a row for a new record is that of the next one by now.
      const moved = args.row.isNew ? -1 : drawn.findIndex(({ key }) => key === args.row.key);
      const next = { row: (moved < 0 ? args.rowIdx : moved) + 1, column: columnByKey.get(args.column.key) ?? 0 };
      // Below the last row there is one for a new record now, where what was typed has begun one.
      if (next.row < drawn.length) moveTo(next);
      return;
    }
    if (!bounds || !range) return;
    if (shiftKey && key.startsWith("Arrow")) {
      take();
      const head = extendBy(key, isCommand);
      if (head) handle.current?.scrollToCell({ rowIdx: head.row, idx: head.column + 1 });
    } else if (isCommand && key.toLowerCase() === "a") {
      take();
      noteActive(undefined);
      selectAll();
    } else if (key === "Escape" && several) {
      take();
      event.stopPropagation();
      activate(range.anchor);
    } else if (!isEditor) return;
    else if (key === "F2") {
      take();
      const { row, column } = range.anchor;
      handle.current?.setActivePosition({ rowIdx: row, idx: column + 1 }, { enableEditor: true });
    } else if (key === "Delete" || key === "Backspace") {
      take();
      enter(placeBlock([[""]], bounds), "typed");
    } else if (isCommand && !shiftKey && (key.toLowerCase() === "d" || key.toLowerCase() === "r")) {
      take();
      const way = key.toLowerCase() === "d" ? "down" : "right";
      // With one cell, what stands above or to its left is taken over, as spreadsheets do.
      const { top, left } = bounds;
      const from = !several && way === "down" ? { ...bounds, top: Math.max(0, top - 1) } : bounds;
      const filled = !several && way === "right" ? { ...from, left: Math.max(0, left - 1) } : from;
      enter(fillRange(filled, way, textAt), "typed");
    } else if (isCommand || event.altKey) {
      // Ctrl with a letter is a command of the page, never a text.
      event.preventGridDefault();
    }
  };
  const onMouseDown = ({ rowIdx, column }: CellMouseArgs<TableRow>, event: CellMouseEvent) => {
    const at = columnByKey.get(column.key);
    if (!event.shiftKey || at === undefined || !range) return;
    event.preventGridDefault();
    event.preventDefault();
    extendTo({ row: rowIdx, column: at });
  };
  const onRowsChange = (changed: TableRow[], { indexes, column }: RowsChangeData<TableRow>) => {
    const to = columns[columnByKey.get(column.key) ?? -1];
    if (!to) return;
    const texts = indexes.flatMap((at): EnteredText[] => {
      const { typed, ...row } = changed[at]!;
      return typed?.column === to.key && typed.text !== view(row, to).text
        ? [{ row, column: to, text: typed.text }]
        : [];
    });
    if (texts.length > 0) onEnter(texts, "typed", 0);
  };
  const isInEditor = ({ target }: ClipboardEvent) => target instanceof HTMLInputElement;

  return (
    <div
      className="grid-frame"
      {...pointer}
      onCopy={(event) => {
        if (isInEditor(event) || !bounds) return;
        event.preventDefault();
        const block = Array.from({ length: sizeOf(bounds).rows }, (_, row) =>
          Array.from({ length: sizeOf(bounds).columns }, (_, column) =>
            textAt({ row: bounds.top + row, column: bounds.left + column }),
          ),
        );
        event.clipboardData.setData("text/plain", writeBlock(block));
      }}
      onPaste={(event) => {
        if (isInEditor(event) || !bounds || !isEditor) return;
        event.preventDefault();
        enter(placeBlock(readBlock(event.clipboardData.getData("text/plain")), bounds), "pasted");
      }}
    >
      <GridViewContext value={shownCells}>
        <DataGrid<TableRow>
          ref={handle}
          className="grid-table-sheet"
          aria-label={label}
          rows={rows}
          columns={shown}
          rowKeyGetter={(row) => row.key}
          rowHeight={rowHeight}
          headerRowHeight={headerHeight(columns)}
          renderers={renderers}
          onRowsChange={onRowsChange}
          onFill={({ columnKey, sourceRow, targetRow }) => {
            const column = columns[columnByKey.get(columnKey) ?? -1];
            return column
              ? { ...targetRow, typed: { column: columnKey, text: view(sourceRow, column).text } }
              : targetRow;
          }}
          onCellKeyDown={onKeyDown}
          onCellMouseDown={onMouseDown}
          // Without it Ctrl V would open the editor of the cell.
          onCellPaste={({ row }) => row}
          onActivePositionChange={({ rowIdx, row, column }) => {
            const at = column && columnByKey.get(column.key);
            noteActive(row);
            activate(at === undefined || rowIdx < 0 ? null : { row: rowIdx, column: at });
          }}
          rowClass={classOfRow}
        />
      </GridViewContext>
    </div>
  );
}

/** The row below the last one in which a long block goes on. */
function addedRow(grid: Grid, rows: readonly GridRow[], at: number): GridRow {
  const last = /^new (\d+)$/.exec(rows.at(-1)?.key ?? "")?.[1] ?? "-1";
  return grid.newRow!(Number(last) + at - rows.length + 1);
}
