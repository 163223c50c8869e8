import { useMemo, useRef, useState } from "react";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import { withOneSidePanel } from "../../map/model/search-params/one-side-panel.ts";
import {
  noHistory,
  pushed,
  redone,
  type UndoableCommand,
  type UndoHistory,
  undone,
  withFailed,
} from "../../shared/undo-history.ts";

/** What undo and redo would do; null when there is nothing. */
export interface UndoLabels {
  undo: string | null;
  redo: string | null;
}

export interface UndoActions {
  /** Changes the URL, as one command. push: a step for the back button too, as a switch of the lens is. */
  dispatch(label: string, change: Partial<MapSearch>, options?: { push?: boolean }): void;
  /** Records a command that was carried out elsewhere: a node dragged, a view saved. */
  record(command: UndoableCommand): void;
  undo(): void;
  redo(): void;
}

/** What was done before the map's own commands: changes of facts of this tab. */
export interface OlderCommands extends UndoLabels {
  /** False where it could not be done. */
  step(which: "undo" | "redo"): Promise<boolean>;
}

type Navigate = (change: Partial<MapSearch>, push: boolean) => void;

/**
 * Undo history of the map: every command in order, whether it changed the URL or the database. Where nothing is left of
 * it, the older commands are undone.
 */
export function useUndoHistory(
  search: MapSearch,
  navigate: Navigate,
  older: OlderCommands | null = null,
): [UndoLabels, UndoActions] {
  const [history, setHistory] = useState<UndoHistory>(noHistory);
  const latest = useRef({ search, navigate, history, older });
  latest.current = { search, navigate, history, older };

  const actions = useMemo((): UndoActions => {
    const record = (command: UndoableCommand) => setHistory((before) => pushed(before, command));
    const step = (next: typeof undone, which: "undo" | "redo") => {
      const { history, older } = latest.current;
      const found = next(history);
      if (!found) {
        if (history.past.length === 0) void older?.step(which);
        return;
      }
      setHistory(found.history);
      void Promise.resolve(found.command[which]()).then((isDone) => {
        if (isDone === false) setHistory((now) => withFailed(now, found.command, which));
      });
    };
    return {
      dispatch(label, asked, { push = false } = {}) {
        const change = withOneSidePanel(asked);
        const { search: before, navigate: go } = latest.current;
        const was = Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof MapSearch]]));
        go(change, push);
        record({
          label,
          undo: () => latest.current.navigate(was, false),
          redo: () => latest.current.navigate(change, false),
        });
      },
      record,
      undo: () => step(undone, "undo"),
      redo: () => step(redone, "redo"),
    };
  }, []);
  const labels = useMemo(
    () => ({
      undo: history.past.at(-1)?.label ?? older?.undo ?? null,
      redo: history.future[0]?.label ?? (history.past.length === 0 ? older?.redo : null) ?? null,
    }),
    [history, older],
  );
  return [labels, actions];
}
