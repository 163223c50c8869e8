import { isCollapsedGroup } from "../group/collapsed-groups.ts";
import type { MapSearch } from "../search-params/map-search.ts";

/** Parameters that name several records. */
const lists = ["many", "only", "hide", "expanded", "collapsed", "path"] as const;

/** Number of records in a link that exist on no date, and the change of the URL that removes them. */
export function removedFrom(
  search: MapSearch,
  isThere: (id: string) => boolean,
): { count: number; without: Partial<MapSearch> } {
  const removed = new Set<string>();
  const without: Partial<MapSearch> = {};
  const stays = (id: string) => {
    if (isCollapsedGroup(id) || isThere(id)) return true;
    removed.add(id);
    return false;
  };
  if (search.neighbourhood !== undefined && !stays(search.neighbourhood)) without.neighbourhood = undefined;
  for (const name of lists) {
    const asked = search[name] ?? [];
    const rest = asked.filter(stays);
    // A path needs both its ends.
    if (rest.length < asked.length) without[name] = rest.length === 0 || name === "path" ? undefined : rest;
  }
  const bundles = search.bundles?.map((bundle) => bundle.filter(stays)).filter((bundle) => bundle.length > 1);
  if (search.bundles?.flat().some((id) => removed.has(id))) without.bundles = bundles?.length ? bundles : undefined;
  return { count: removed.size, without };
}
