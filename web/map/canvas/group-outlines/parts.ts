import type { Disc } from "./outline.ts";

/** Members farther than this from all others of their group, in world units, are outlined separately. */
const reach = 170;

/**
 * Parts of a group by distance, the largest first: a scattered group is drawn as separate outlines rather than as one
 * with long arms through other nodes.
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
