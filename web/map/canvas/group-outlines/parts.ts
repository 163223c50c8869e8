import type { Disc } from "./outline.ts";

/** Members farther from all others of their group than this, in world units, are outlined apart. */
const reach = 170;

/**
 * The parts of a group that lie together, the largest first: a group that is strewn over the map is drawn as a country
 * with exclaves, not as arms that reach through everybody else.
 */
export function partsOf(members: readonly Disc[]): Disc[][] {
  const parts: Disc[][] = [];
  const left = new Set(members);
  for (const first of members) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const one of part)
      for (const other of left)
        if (Math.hypot(one.x - other.x, one.y - other.y) <= reach) {
          left.delete(other);
          part.push(other);
        }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}
