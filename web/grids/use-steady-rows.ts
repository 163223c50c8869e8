import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { DataGridHandle } from "react-data-grid";
import type { CellPlace } from "./model/block.ts";
import type { GridRow } from "./model/grid.ts";

/**
 * The rows of a grid, which change under the hands of a person when a change is stored, or somebody else makes one. The
 * grid's library knows the open editor and the active cell by the number of their row only: rows stay as they are while
 * a cell is edited, and afterwards the active cell follows its row.
 */
export function useSteadyRows(
  rows: readonly GridRow[],
  active: CellPlace | null,
  handle: RefObject<DataGridHandle | null>,
) {
  const [held, setHeld] = useState<readonly GridRow[] | null>(null);
  const shown = held ?? rows;
  const now = useRef({ shown, active });
  now.current = { shown, active };
  const activeKey = useRef<string | null>(null);

  useEffect(() => {
    const { active } = now.current;
    if (!active || activeKey.current === null || shown[active.row]?.key === activeKey.current) return;
    const at = shown.findIndex(({ key }) => key === activeKey.current);
    // A new row that has become a record stays where it is.
    if (at < 0) {
      activeKey.current = shown[active.row]?.key ?? null;
      return;
    }
    const shouldFocus = handle.current?.element?.contains(document.activeElement) ?? false;
    handle.current?.setActivePosition({ rowIdx: at, idx: active.column + 1 }, { shouldFocus });
  }, [shown, handle]);

  /** Keeps the rows as they are until the function that it returns is called. */
  const hold = useCallback(() => {
    setHeld(now.current.shown);
    return () => setHeld(null);
  }, []);
  const noteActive = useCallback((key: string | null) => {
    activeKey.current = key;
  }, []);
  return { shown, hold, noteActive };
}
