import type { MapSearch } from "../search-params/map-search.ts";
import type { Selection } from "../selection.ts";
import { groupsOf } from "./groups.ts";

/** A group that is drawn as one node. */
export interface CollapsedGroup {
  /** Id of its node and its record; no record of the graph has such an id. */
  id: string;
  label: string;
  members: readonly string[];
}

const prefix = "group:";
export const isCollapsedGroup = (id: string): boolean => id.startsWith(prefix);

/** Collapsed groups of the URL, each node in its first one: custom groups first, then by grouping. */
export function collapsedGroupsOf(selection: Selection, search: MapSearch): CollapsedGroup[] {
  const labels = new Map(selection.facts.map.nodes.map((node) => [node.id, node.label]));
  const own = (search.bundles ?? []).map((bundle): CollapsedGroup => {
    const members = bundle.filter((id) => selection.nodes.has(id));
    const first = labels.get(members[0] ?? "") ?? "No members";
    return { id: `${prefix}own:${bundle[0]}`, label: `${first} and ${members.length - 1} more`, members };
  });
  const chosen = new Set(search.collapsedGroups);
  const grouping = search.group;
  const grouped = grouping
    ? groupsOf(selection, grouping)
        .filter(({ name }) => chosen.has(name))
        .map(({ name, label, members }): CollapsedGroup => ({ id: `${prefix}${grouping}:${name}`, label, members }))
    : [];
  const taken = new Set<string>();
  return [...own, ...grouped]
    .map((group) => {
      const members = group.members.filter((id) => !taken.has(id));
      for (const id of members) taken.add(id);
      return { ...group, members };
    })
    .filter(({ members }) => members.length > 1);
}

/** The change of the URL that expands a group. */
export function withoutCollapsedGroup(id: string, search: MapSearch): Partial<MapSearch> {
  const own = `${prefix}own:`;
  if (id.startsWith(own)) {
    const rest = search.bundles?.filter((bundle) => bundle[0] !== id.slice(own.length));
    return { bundles: rest?.length ? rest : undefined };
  }
  const name = id.slice(`${prefix}${search.group}:`.length);
  const rest = search.collapsedGroups?.filter((other) => other !== name);
  return { collapsedGroups: rest?.length ? rest : undefined };
}
