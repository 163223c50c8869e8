import type { RawSearch } from "../../../shared/read-search.ts";
import { type CompareSearch, compareSearch } from "./compare-search.ts";
import { type DisplaySearch, displaySearch } from "./display-search.ts";
import { type FilterSearch, filterSearch } from "./filter-search.ts";
import { type FocusSearch, focusSearch } from "./focus-search.ts";
import { type StyleSearch, styleSearch } from "./style-search.ts";
import { type TableSearch, tableSearch } from "./table-search.ts";

/** Everything that a link to the map says. Hover, zoom and pan stay in the canvas. */
export type MapSearch = DisplaySearch & FilterSearch & FocusSearch & StyleSearch & CompareSearch & TableSearch;

/** Whether the address says any of what a change takes away or sets. */
export const saysAny = (search: MapSearch, change: Partial<MapSearch>): boolean =>
  Object.keys(change).some((name) => search[name as keyof MapSearch] !== undefined);

const parts: readonly ((raw: RawSearch) => Partial<MapSearch>)[] = [
  displaySearch,
  filterSearch,
  focusSearch,
  styleSearch,
  compareSearch,
  tableSearch,
];

export const mapSearch = (raw: RawSearch): MapSearch =>
  parts.reduce<MapSearch>((search, part) => Object.assign(search, part(raw)), {});
