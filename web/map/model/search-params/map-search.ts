import type { RawSearch } from "../../../shared/read-search.ts";
import { type CompareSearch, compareSearch } from "./compare-search.ts";
import { type ViewSearch, viewSearch } from "./display-search.ts";
import { type FilterSearch, filterSearch } from "./filter-search.ts";
import { type FocusSearch, focusSearch } from "./focus-search.ts";
import { type ReadingSearch, readingSearch } from "./style-search.ts";
import { type TwinSearch, twinSearch } from "./table-search.ts";

/** Everything that a link to the map says. Hover, zoom and pan stay in the canvas. */
export type MapSearch = ViewSearch & FilterSearch & FocusSearch & ReadingSearch & CompareSearch & TwinSearch;

/** Whether the address says any of what a change takes away or sets. */
export const saysAny = (search: MapSearch, change: Partial<MapSearch>): boolean =>
  Object.keys(change).some((name) => search[name as keyof MapSearch] !== undefined);

const parts: readonly ((raw: RawSearch) => Partial<MapSearch>)[] = [
  viewSearch,
  filterSearch,
  focusSearch,
  readingSearch,
  compareSearch,
  twinSearch,
];

export const mapSearch = (raw: RawSearch): MapSearch =>
  parts.reduce<MapSearch>((search, part) => Object.assign(search, part(raw)), {});
