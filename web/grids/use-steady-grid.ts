import { useMemo, useRef } from "react";
import { isSame } from "../changes/rebase.ts";
import type { Grid } from "./model/grid.ts";

/** Rows or columns, those of before where they say the same. */
function steady<T extends { key: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Map(before.map((one) => [one.key, one]));
  const all = now.map((one) => {
    const former = known.get(one.key);
    return former && isSame(former, one) ? former : one;
  });
  return all.length === before.length && all.every((one, at) => one === before[at]) ? before : all;
}

/**
 * A grid is made anew with each edit. Its rows and columns stay the same objects where they say the same, so that the
 * grid's library draws only those again that do not.
 */
export function useSteadyGrid(grid: Grid): Grid {
  const before = useRef<Pick<Grid, "rows" | "columns">>({ rows: [], columns: [] });
  return useMemo(() => {
    const { rows, columns } = before.current;
    before.current = { rows: steady(rows, grid.rows), columns: steady(columns, grid.columns) };
    return { ...grid, ...before.current };
  }, [grid]);
}
