import type { MapFacts } from "../../../map/model/facts.ts";
import type { Subject } from "./gesture.ts";

/** Actors that nobody says take part in any activity, by name. */
export function unclaimedActors({ map, boundaries }: Pick<MapFacts, "map" | "boundaries">): Subject[] {
  const claimed = new Set(boundaries.flatMap(({ claims }) => claims.map(({ about }) => about.id)));
  return map.nodes
    .filter(({ id, kind }) => kind === "ACTOR" && !claimed.has(id))
    .map(({ id, key, label }) => ({ id, key, name: label }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
