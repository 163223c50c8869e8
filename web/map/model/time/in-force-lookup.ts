import type { MapEdge, MapNode } from "../facts.graphql.ts";
import { lastUntil, turningDays } from "./days.ts";
import { inForceOn } from "./in-force.ts";

type Part = ReturnType<typeof inForceOn>;
/** Limit of the memo: a long playback would otherwise keep every day's map. */
const maxKept = 64;

/** Memo of the map in force on a day: the same object for all days without a change between them. */
export function inForceLookup(whole: { nodes: readonly MapNode[]; edges: readonly MapEdge[] }): (day: string) => Part {
  const days = turningDays([...whole.nodes, ...whole.edges]);
  const known = new Map<string | null, Part>();
  return (day) => {
    const since = lastUntil(days, day);
    const before = known.get(since);
    if (before) return before;
    const found = inForceOn(whole, day);
    if (known.size >= maxKept) known.clear();
    known.set(since, found);
    return found;
  };
}
