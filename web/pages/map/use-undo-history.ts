import { useCallback, useMemo, useRef, useState } from "react";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import { type Deed, done, type History, noHistory, repeated, taken } from "../../map/model/undo-history.ts";

export interface Deeds {
  /** Changes the address. push: a step for the back button too, as a switch of the lens is. */
  act(label: string, change: Partial<Record<keyof MapSearch, unknown>>, options?: { push?: boolean }): void;
  /** Takes note of something that has just been done otherwise (a node dragged, a view saved). */
  record(deed: Deed): void;
  undo(): void;
  redo(): void;
  /** What undo and redo would do; null when there is nothing. */
  undoLabel: string | null;
  redoLabel: string | null;
}

type Navigate = (change: Partial<Record<keyof MapSearch, unknown>>, push: boolean) => void;

/** Everything that is done on the map can be undone, in order, whether it stands in the address or in the database. */
export function useDeeds(search: MapSearch, navigate: Navigate): Deeds {
  const [history, setHistory] = useState<History>(noHistory);
  const latest = useRef({ search, navigate, history });
  latest.current = { search, navigate, history };

  const record = useCallback((deed: Deed) => setHistory((before) => done(before, deed)), []);
  const act = useCallback<Deeds["act"]>(
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
  const step = useCallback((next: typeof taken, which: "undo" | "redo") => {
    const found = next(latest.current.history);
    if (!found) return;
    setHistory(found.history);
    void found.deed[which]();
  }, []);

  return useMemo(
    () => ({
      act,
      record,
      undo: () => step(taken, "undo"),
      redo: () => step(repeated, "redo"),
      undoLabel: history.past.at(-1)?.label ?? null,
      redoLabel: history.future[0]?.label ?? null,
    }),
    [act, record, step, history],
  );
}
