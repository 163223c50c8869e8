import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { DataGridHandle } from "react-data-grid";
import { flushSync } from "react-dom";
import type { CellPlace } from "./model/block.ts";
import type { GridRow } from "./model/grid.ts";

/** Rows for new records are numbered, so that the next one has the key of one that has become a record. */
const followedKey = (row: GridRow | undefined): string | null => (row && !row.isNew ? row.key : null);

/** The record that a row for a new one has become: it leaves those rows behind that are not complete. */
function keyOfMade(previous: readonly GridRow[], shown: readonly GridRow[], at: number): string | null {
  if (!previous[at]?.isNew) return null;
  const made = shown.filter((row) => row.isBeingCreated && !previous.some(({ key }) => key === row.key));
  return made.length === 1 ? made[0]!.key : null;
}

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

  // A row for a new record is drawn anew as the record: the focus would be lost with the cell that had it. It is read
  // before the row is gone.
  const hadFocus = useRef(false);
  hadFocus.current = handle.current?.element?.contains(document.activeElement) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever rows have changed.
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    handle.current?.element?.querySelector<HTMLElement>('[role=row] > [tabindex="0"]')?.focus({ preventScroll: true });
  }, [shown, handle]);

  const before = useRef(shown);
  // Before anything else makes another cell the active one.
  useLayoutEffect(() => {
    const { active } = now.current;
    const previous = before.current;
    before.current = shown;
    if (!active) return;
    const key = activeKey.current ?? keyOfMade(previous, shown, active.row);
    const at = key === null ? -1 : shown.findIndex((row) => row.key === key);
    if (at < 0) activeKey.current = followedKey(shown[active.row]);
    if (at < 0 || at === active.row) return;
    const shouldFocus = handle.current?.element?.contains(document.activeElement) ?? false;
    handle.current?.setActivePosition({ rowIdx: at, idx: active.column + 1 }, { shouldFocus });
  }, [shown, handle]);

  /** Draws the rows as they are now and gives them. */
  const release = useCallback(() => {
    flushSync(() => setHeld(null));
    return now.current.shown;
  }, []);
  /** Keeps the rows as they are until the function that it returns is called. */
  const hold = useCallback(() => {
    setHeld(now.current.shown);
    return () => setHeld(null);
  }, []);
  /** To be told the row that becomes the active one. */
  const noteActive = useCallback((row: GridRow | undefined) => {
    activeKey.current = followedKey(row);
  }, []);
  return { shown, hold, release, noteActive };
}
