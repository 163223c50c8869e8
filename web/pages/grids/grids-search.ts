import { type RawSearch, text } from "../../shared/read-search.ts";

export interface GridsSearch {
  /** YYYY-MM-DD; today when absent. */
  date?: string;
  /** Which grid; actors and activities when absent. */
  grid?: string;
  /** Whose view of the activities: "own", "assessment", or the key of an actor that speaks of others. */
  view?: string;
  /** Of data sharing: a provider whose columns are shown although nothing is recorded of it. */
  provider?: string;
  /** Text that the names of rows contain. */
  q?: string;
  /** Keys of the cell that is shown first. */
  row?: string;
  column?: string;
}

export const gridsView = (raw: RawSearch): Omit<GridsSearch, "date"> =>
  ({
    grid: text(raw.grid),
    view: text(raw.view),
    provider: text(raw.provider),
    q: text(raw.q),
    row: text(raw.row),
    column: text(raw.column),
  }) as GridsSearch;
