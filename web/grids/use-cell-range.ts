import { type PointerEvent, useCallback, useRef, useState } from "react";
import { type Bounds, boundsOf, type CellPlace, type CellRange } from "./model/block.ts";

/** Column 0 holds the names of the rows. */
const nameColumns = 1;

/**
 * The selected rectangle of cells: from the active cell to the cell that Shift and an arrow, Shift and a click, or
 * dragging has led to. The grid's library knows a single active cell.
 */
export function useCellRange(rows: number, columns: number) {
  const [range, setRange] = useState<CellRange | null>(null);
  const isDragging = useRef(false);

  const activate = useCallback((place: CellPlace | null) => {
    setRange(place && { anchor: place, head: place });
  }, []);
  const extendTo = useCallback((head: CellPlace) => setRange((before) => before && { ...before, head }), []);
  const extendBy = useCallback(
    (key: string, toEnd: boolean): CellPlace | null => {
      if (!range) return null;
      const { row, column } = range.head;
      const last = { row: rows - 1, column: columns - 1 };
      const head = {
        ArrowUp: { row: toEnd ? 0 : Math.max(0, row - 1), column },
        ArrowDown: { row: toEnd ? last.row : Math.min(last.row, row + 1), column },
        ArrowLeft: { row, column: toEnd ? 0 : Math.max(0, column - 1) },
        ArrowRight: { row, column: toEnd ? last.column : Math.min(last.column, column + 1) },
      }[key];
      if (!head) return null;
      setRange({ ...range, head });
      return head;
    },
    [range, rows, columns],
  );
  const selectAll = useCallback(
    () => setRange({ anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 } }),
    [rows, columns],
  );

  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      isDragging.current = event.button === 0 && !event.shiftKey && placeOf(event) !== null;
    },
    onPointerMove: (event: PointerEvent) => {
      if (!isDragging.current || event.buttons !== 1) return;
      const head = placeOf(event);
      if (head) extendTo(head);
    },
    onPointerUp: () => {
      isDragging.current = false;
    },
  };
  const bounds: Bounds | null = range && boundsOf(range);
  return { range, bounds, activate, extendTo, extendBy, selectAll, pointer };
}

/** The cell under the pointer, told from what the grid says to assistive technology. */
function placeOf({ target, currentTarget }: PointerEvent): CellPlace | null {
  if (!(target instanceof Element) || target.closest("input, .rdg-cell-drag-handle")) return null;
  const cell = target.closest("[role=gridcell]");
  const row = cell?.closest("[role=row]");
  if (!cell || !row || !currentTarget.contains(cell)) return null;
  const column = Number(cell.getAttribute("aria-colindex")) - 1 - nameColumns;
  const headers = currentTarget.querySelectorAll(".rdg-header-row").length;
  return column < 0 ? null : { row: Number(row.getAttribute("aria-rowindex")) - 1 - headers, column };
}
