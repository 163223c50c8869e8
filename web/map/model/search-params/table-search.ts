import { oneOf, type RawSearch, text } from "../../../shared/read-search.ts";

/** The table beneath the map. */
export interface TableSearch {
  /** Rows: nodes or relations; closed when absent. */
  table?: "nodes" | "relations";
  /** Sort column and direction. */
  by?: string;
  down?: boolean;
}

export const tableSearch = (raw: RawSearch): TableSearch => ({
  table: oneOf(["nodes", "relations"] as const, raw.table),
  by: text(raw.by),
  down: raw.down === true ? true : undefined,
});
