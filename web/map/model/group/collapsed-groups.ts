import type { MapSearch } from "../search-params/map-search.ts";
import type { Picture } from "../selection.ts";
import { groupsOf } from "./groups.ts";

/** A group that is drawn as one node. */
export interface Fold {
  /** Of its node and as its record: no record of the graph has such an id. */
  id: string;
  label: string;
  members: readonly string[];
}

const prefix = "group:";
export const isFold = (id: string): boolean => id.startsWith(prefix);

/** What the address folds, each node in the first fold that claims it: by hand first, then by group. */
export function foldsOf(picture: Picture, search: MapSearch): Fold[] {
  const labels = new Map(picture.facts.map.nodes.map((node) => [node.id, node.label]));
  const own = (search.bundles ?? []).map((bundle): Fold => {
    const members = bundle.filter((id) => picture.nodes.has(id));
    const first = labels.get(members[0] ?? "") ?? "Nobody";
    return { id: `${prefix}own:${bundle[0]}`, label: `${first} and ${members.length - 1} more`, members };
  });
  const chosen = new Set(search.folded);
  const grouping = search.group;
  const grouped = grouping
    ? groupsOf(picture, grouping)
        .filter(({ name }) => chosen.has(name))
        .map(({ name, label, members }): Fold => ({ id: `${prefix}${grouping}:${name}`, label, members }))
    : [];
  const taken = new Set<string>();
  return [...own, ...grouped]
    .map((fold) => {
      const members = fold.members.filter((id) => !taken.has(id));
      for (const id of members) taken.add(id);
      return { ...fold, members };
    })
    .filter(({ members }) => members.length > 1);
}

/** The change of the address that opens a fold again. */
export function unfolded(id: string, search: MapSearch): Partial<MapSearch> {
  const own = `${prefix}own:`;
  if (id.startsWith(own)) {
    const rest = search.bundles?.filter((bundle) => bundle[0] !== id.slice(own.length));
    return { bundles: rest?.length ? rest : undefined };
  }
  const name = id.slice(`${prefix}${search.group}:`.length);
  const rest = search.folded?.filter((other) => other !== name);
  return { folded: rest?.length ? rest : undefined };
}
