import { formatDate } from "../../../shared/format.ts";
import { lensWords } from "../../../shared/words.ts";
import type { MapNode } from "../facts.graphql.ts";
import { knownOf } from "../filter/facet.ts";
import { leftOutBy } from "../filter/passes.ts";
import { collapsedGroupsOf, withoutCollapsedGroup } from "../group/collapsed-groups.ts";
import type { Scene } from "../scene.ts";
import type { MapSearch } from "../search-params/map-search.ts";
import type { Selection } from "../selection.ts";

/** Why a record is not drawn, and the change of the URL that draws it; null when none would. */
interface Absence {
  why: string;
  change: Partial<MapSearch> | null;
}

interface Shown {
  whole: { nodes: readonly MapNode[] };
  selection: Selection;
  scene: Scene;
  search: MapSearch;
  day: string;
}

const isDrawn = (scene: Scene, id: string) =>
  scene.nodes.some((node) => node.record === id) ||
  scene.background.some((item) => item.type === "territory" && item.record === id);

const without = (list: readonly string[] | undefined, id: string) => {
  const rest = list?.filter((other) => other !== id);
  return rest?.length ? rest : undefined;
};

/** Null for a record that is drawn. Every reason is named, and the change removes all of them. */
export function absenceOf(id: string, { whole, selection, scene, search, day }: Shown): Absence | null {
  if (isDrawn(scene, id)) return null;
  const node = whole.nodes.find((one) => one.id === id);
  if (!node) return { why: "records of this kind are not shown on the map", change: null };
  if (!selection.facts.map.nodes.some((one) => one.id === id)) return otherDay(node, day);

  const reasons: string[] = [];
  const change: Partial<MapSearch> = {};
  for (const facet of leftOutBy(node, search, knownOf(selection.facts, search))) {
    reasons.push(`filtered out (${facet.label.toLowerCase()})`);
    Object.assign(change, { [facet.name]: undefined });
  }
  if (search.hide?.includes(id)) {
    reasons.push("hidden");
    change.hide = without(search.hide, id);
  }
  if (reasons.length === 0 && !selection.nodes.has(id)) {
    reasons.push("outside the focus");
    if (search.only) change.only = [...search.only, id];
    if (search.neighbourhood) Object.assign(change, { neighbourhood: undefined, steps: undefined });
    if (search.collapsed) change.collapsed = undefined;
  }
  const group = collapsedGroupsOf(selection, search).find(({ members }) => members.includes(id));
  if (group) {
    reasons.push(`collapsed into "${group.label}"`);
    Object.assign(change, withoutCollapsedGroup(group.id, search));
  }
  if (reasons.length > 0) return { why: reasons.join(", "), change };
  return inOtherLens(node, search);
}

function otherDay({ validFrom, validTo }: MapNode, day: string): Absence {
  if (validFrom && validFrom > day)
    return { why: `valid only from ${formatDate(validFrom)}`, change: { date: validFrom } };
  const last = validTo ? new Date(Date.parse(validTo) - 86_400_000).toISOString().slice(0, 10) : null;
  return last
    ? { why: `valid only until ${formatDate(last)}`, change: { date: last } }
    : { why: "not valid on this date", change: null };
}

function inOtherLens(node: MapNode, { lens = "network" }: MapSearch): Absence {
  if (node.kind === "OFFERING") return { why: "offerings are not shown in any lens", change: null };
  const [there, name] =
    node.kind === "ACTIVITY"
      ? (["boundaries", lensWords.BOUNDARIES] as const)
      : (["network", lensWords.NETWORK] as const);
  if (there === lens) return { why: "no facts that this lens shows", change: null };
  return {
    why: `not shown in this lens; see ${name}`,
    change: { lens: there === "network" ? undefined : there },
  };
}
