import { actorKindWords, nodeKindWords } from "../../../shared/words.ts";
import type { MapNode } from "../facts.graphql.ts";
import type { MapFacts } from "../facts.ts";
import type { Grouping } from "../search-params/style-search.ts";
import type { Selection } from "../selection.ts";
import { communities } from "./communities.ts";
import type { Group } from "./group.ts";

/** Grouper: puts nodes into groups; a node may belong to several, or to none. */
type Grouper = (facts: MapFacts) => readonly Group[];

const stands = (node: MapNode) => node.kind === "ACTOR" || node.kind === "STANDARD";

const byKind: Grouper = ({ map }) =>
  gather(
    map.nodes
      .filter(stands)
      .flatMap((node) =>
        node.kind === "STANDARD"
          ? [{ name: "STANDARD", label: nodeKindWords.STANDARD, member: node.id }]
          : (node.actorKinds ?? []).map((kind) => ({ name: kind, label: actorKindWords[kind], member: node.id })),
      ),
  );

const byLabel: Grouper = ({ map }) =>
  gather(map.nodes.flatMap((node) => (node.labels ?? []).map((label) => ({ name: label, label, member: node.id }))));

/** Who is said to have a part in an activity, or offers what performs it. */
const byActivity: Grouper = ({ map }) => {
  const byId = new Map(map.nodes.map((node) => [node.id, node]));
  const providers = new Map<string, string[]>();
  for (const { kind, source, target } of map.edges)
    if (kind === "PROVIDES") providers.set(target, [...(providers.get(target) ?? []), source]);
  return gather(
    map.edges.flatMap(({ kind, source, target }) => {
      const activity = byId.get(target);
      if (activity?.kind !== "ACTIVITY") return [];
      const actors = kind === "CLAIMS" ? [source] : kind === "PERFORMS" ? (providers.get(source) ?? []) : [];
      return actors.map((member) => ({ name: activity.key, label: activity.label, member }));
    }),
  );
};

/** Those who take part in an initiative that is under way: whom its edges join. */
const byInitiative: Grouper = ({ map }) =>
  gather(
    map.edges
      .filter((edge) => edge.kind === "DEVELOPS_WITH")
      .flatMap((edge) => {
        // An edge that is drawn from another record bears that record's id before the first tilde.
        const name = edge.id.split("~")[0]!;
        return [edge.source, edge.target].map((member) => ({ name, label: edge.label ?? "Initiative", member }));
      }),
  );

/**
 * Each owner without an owner, with everything that it owns directly or indirectly; a company with two owners is in
 * both groups.
 */
const byOwnership: Grouper = ({ map }) => {
  const owned = new Map<string, string[]>();
  const hasOwner = new Set<string>();
  for (const edge of map.edges) {
    if (edge.kind !== "OWNS") continue;
    owned.set(edge.source, [...(owned.get(edge.source) ?? []), edge.target]);
    hasOwner.add(edge.target);
  }
  const names = new Map(map.nodes.map((node) => [node.id, node]));
  const reached = new Set<string>();
  const groupOf = (owner: string): Group => {
    const members = new Set([owner]);
    for (const member of members) for (const next of owned.get(member) ?? []) members.add(next);
    for (const member of members) reached.add(member);
    const node = names.get(owner)!;
    return { name: node.key, label: `${node.label} and what it owns`, members: [...members] };
  };
  const owners = [...owned.keys()].sort();
  const top = owners.filter((owner) => !hasOwner.has(owner)).map(groupOf);
  // Circular ownership has no top: the first by id represents it.
  const circles = owners.flatMap((owner) => (reached.has(owner) ? [] : [groupOf(owner)]));
  return [...top, ...circles];
};

const groupers: Record<Grouping, Grouper> = {
  kind: byKind,
  label: byLabel,
  activity: byActivity,
  community: communities,
  initiative: byInitiative,
  ownership: byOwnership,
};

// Memo for the facts of a day: a filter changes which members are shown, never the groups.
const known = new WeakMap<MapFacts["map"], Map<Grouping, readonly Group[]>>();

/** Groups of the shown records, the largest first, then by name; a single member is not a group. */
export function groupsOf({ facts, nodes }: Selection, grouping: Grouping): Group[] {
  const ofDay = known.get(facts.map) ?? new Map<Grouping, readonly Group[]>();
  known.set(facts.map, ofDay);
  const groups = ofDay.get(grouping) ?? groupers[grouping](facts);
  ofDay.set(grouping, groups);
  return groups
    .map((group) => ({ ...group, members: group.members.filter((id) => nodes.has(id)) }))
    .filter((group) => group.members.length > 1)
    .sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
}

/** Smallest group that takes a node from a larger one, in parts of all that are shown. */
const minShare = 0.004;

/**
 * The groups with each node in one of them only, the largest first; those that are in none come last, under an empty name.
 * Of several groups a node goes to the most specific: the smallest that is more than a few.
 */
export function dividedGroups(selection: Selection, grouping: Grouping, ids: readonly string[]): Group[] {
  const left = new Set(ids);
  const few = Math.max(3, minShare * ids.length);
  const groups = groupsOf(selection, grouping);
  const bySize = [...groups].sort(
    (a, b) =>
      Number(a.members.length < few) - Number(b.members.length < few) ||
      a.members.length - b.members.length ||
      (a.name < b.name ? -1 : 1),
  );
  const taken = new Map(bySize.map(({ name, members }) => [name, members.filter((id) => left.delete(id))]));
  const divided = groups
    .map((group) => ({ ...group, members: taken.get(group.name)! }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
  return left.size === 0 ? divided : [...divided, { name: "", label: "Not grouped", members: [...left] }];
}

/** One group for each name, in the order in which they come. */
function gather(entries: readonly { name: string; label: string; member: string }[]): Group[] {
  const groups = new Map<string, { label: string; members: Set<string> }>();
  for (const { name, label, member } of entries) {
    const group = groups.get(name) ?? { label, members: new Set() };
    groups.set(name, group);
    group.members.add(member);
  }
  return [...groups].map(([name, { label, members }]) => ({ name, label, members: [...members] }));
}
