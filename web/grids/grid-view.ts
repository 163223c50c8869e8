import { createContext } from "react";
import type { CellView } from "./cell-view.ts";
import type { Bounds } from "./model/block.ts";
import { type GridColumn, type GridRow, noCell } from "./model/grid.ts";

/** A row with what is being typed in one of its cells. */
export type TableRow = GridRow & { typed?: { column: string; text: string } };

/** What the cells of a grid show. They read it themselves: a change draws again what it concerns, and not every row. */
export interface GridView {
  view(row: GridRow, column: GridColumn): CellView;
  /** The selected range; null while it is a single cell. */
  selected: Bounds | null;
  /** What the record of a new row still needs, by the key of the row. */
  missing: ReadonlyMap<string, string>;
}

export const GridViewContext = createContext<GridView>({
  view: () => ({ ...noCell, problem: null, isDraft: false }),
  selected: null,
  missing: new Map(),
});
