import type { MapFacts } from "../facts.ts";
import { isDrawnRelation } from "../kinds.ts";
import type { MapSearch } from "../search-params/map-search.ts";
import type { Arrangement, Grouping } from "../search-params/style-search.ts";
import type { Selection } from "../selection.ts";
import { groupsOf } from "./groups.ts";

/** By what the nodes of the network are grouped, and how the groups are placed. */
export interface GroupArrangement {
  group: Grouping;
  arrange: Exclude<Arrangement, "relations">;
}

/** Unrelated actors that are still few enough to stand in rows beneath the others, each with its name. */
const maxInRows = 60;
/** Of all actors, those without a relation, beyond which relations say nothing of where to stand. */
const minUnrelated = 0.9;
/** Of all actors, those that a grouping must hold to be a default. */
const minGrouped = 0.5;

/** What tells most of a list of actors comes first: who does what, then how they are labelled. */
const defaultGroupings = ["activity", "label"] as const;

/** The arrangement of the network: as the URL says, else the default of these facts; null: by relations. */
export function arrangementOf({ facts }: Selection, { group, arrange }: MapSearch): GroupArrangement | null {
  if (arrange === "relations") return null;
  if (!group) return defaultArrangement(facts);
  return arrange ? { group, arrange } : null;
}

// Memo for the facts of a day, as for groups.
const known = new WeakMap<MapFacts["map"], GroupArrangement | null>();

/** Tiles, where almost no relation is recorded, as of an imported landscape: rows of hundreds say nothing. */
export function defaultArrangement(facts: MapFacts): GroupArrangement | null {
  const found = known.get(facts.map);
  if (found !== undefined) return found;
  const { nodes, edges } = facts.map;
  const tied = new Set(
    edges.flatMap(({ kind, source, target }) => (isDrawnRelation(kind) && source !== target ? [source, target] : [])),
  );
  const actors = nodes.filter(({ kind }) => kind === "ACTOR").map(({ id }) => id);
  const unrelated = actors.filter((id) => !tied.has(id)).length;
  const all: Selection = { facts, nodes: new Set(actors), edges: new Set() };
  const holdsEnough = (grouping: Grouping) => {
    const groups = groupsOf(all, grouping);
    return groups.length > 1 && new Set(groups.flatMap(({ members }) => members)).size >= minGrouped * actors.length;
  };
  const isList = unrelated > maxInRows && unrelated > minUnrelated * actors.length;
  const group = isList ? defaultGroupings.find(holdsEnough) : undefined;
  const answer = group ? ({ group, arrange: "tiles" } as const) : null;
  known.set(facts.map, answer);
  return answer;
}
