import { oneOf, type RawSearch, text } from "../../../shared/read-search.ts";

/** The table beneath the map. */
export interface TableSearch {
  /** What it lists; closed when absent. */
  table?: "nodes" | "relations";
  /** The column that it is sorted by, and which way. */
  by?: string;
  down?: boolean;
}

export const tableSearch = (raw: RawSearch): TableSearch => ({
  table: oneOf(["nodes", "relations"] as const, raw.table),
  by: text(raw.by),
  down: raw.down === true ? true : undefined,
});
