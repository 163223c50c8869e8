import type { RawSearch } from "../../../shared/read-search.ts";
import { type CompareSearch, compareSearch } from "./compare-search.ts";
import { type DisplaySearch, displaySearch } from "./display-search.ts";
import { type FilterSearch, filterSearch } from "./filter-search.ts";
import { type FocusSearch, focusSearch } from "./focus-search.ts";
import { type StyleSearch, styleSearch } from "./style-search.ts";
import { type TableSearch, tableSearch } from "./table-search.ts";

/** All parameters of the map. Hover, zoom and pan stay in the canvas. */
export type MapSearch = DisplaySearch & FilterSearch & FocusSearch & StyleSearch & CompareSearch & TableSearch;

/** Whether the URL has any of the parameters that a change sets or removes. */
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

/** Former names of parameters, in old links and views. */
const formerNames: Record<string, keyof MapSearch> = {
  around: "neighbourhood",
  grown: "expanded",
  shut: "collapsed",
  folded: "collapsedGroups",
};

/** Renames former parameters: old links keep working. The former name itself becomes undefined. */
export function withCurrentNames(raw: RawSearch): RawSearch {
  const current = { ...raw };
  for (const [former, name] of Object.entries(formerNames)) {
    if (!(former in raw)) continue;
    current[name] ??= raw[former];
    current[former] = undefined;
  }
  return current;
}

/** Reads the parameters of the map. Former names come out undefined, so that the router removes them from the URL. */
export function mapSearch(raw: RawSearch): MapSearch {
  const current = withCurrentNames(raw);
  const former = Object.fromEntries(
    Object.keys(formerNames).flatMap((name) => (name in raw ? [[name, undefined]] : [])),
  );
  return parts.reduce<MapSearch>((search, part) => Object.assign(search, part(current)), former);
}
