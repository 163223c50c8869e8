import { useCallback, useMemo, useRef, useState } from "react";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import {
  type Commands,
  noCommands,
  pushed,
  redone,
  type UndoableCommand,
  undone,
} from "../../map/model/undo-history.ts";

export interface UndoHistory {
  /** Changes the address. push: a step for the back button too, as a switch of the lens is. */
  dispatch(label: string, change: Partial<MapSearch>, options?: { push?: boolean }): void;
  /** Takes note of something that has just been pushed otherwise (a node dragged, a view saved). */
  record(command: UndoableCommand): void;
  undo(): void;
  redo(): void;
  /** What undo and redo would do; null when there is nothing. */
  undoLabel: string | null;
  redoLabel: string | null;
}

type Navigate = (change: Partial<MapSearch>, push: boolean) => void;

/** Everything that is pushed on the map can be undone, in order, whether it stands in the address or in the database. */
export function useUndoHistory(search: MapSearch, navigate: Navigate): UndoHistory {
  const [history, setHistory] = useState<Commands>(noCommands);
  const latest = useRef({ search, navigate, history });
  latest.current = { search, navigate, history };

  const record = useCallback((command: UndoableCommand) => setHistory((before) => pushed(before, command)), []);
  const dispatch = useCallback<UndoHistory["dispatch"]>(
    (label, change, { push = false } = {}) => {
      const { search: before, navigate: go } = latest.current;
      const was = Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof MapSearch]]));
      go(change, push);
      record({
        label,
        undo: () => latest.current.navigate(was, false),
        redo: () => latest.current.navigate(change, false),
      });
    },
    [record],
  );
  const step = useCallback((next: typeof undone, which: "undo" | "redo") => {
    const found = next(latest.current.history);
    if (!found) return;
    setHistory(found.history);
    void found.command[which]();
  }, []);

  return useMemo(
    () => ({
      dispatch,
      record,
      undo: () => step(undone, "undo"),
      redo: () => step(redone, "redo"),
      undoLabel: history.past.at(-1)?.label ?? null,
      redoLabel: history.future[0]?.label ?? null,
    }),
    [dispatch, record, step, history],
  );
}
