import type { RelationRecord } from "../../../cypher/model/document.ts";

/**
 * Share of each relation in their total volume. An unknown volume counts as the mean of the known ones, as 1 when none
 * is known.
 */
export function volumeShares(relations: readonly RelationRecord[]): number[] {
  const known = relations.flatMap((relation) => relation.volume ?? []);
  // Volumes relative to the largest, since sums of very large ones would be infinite.
  const largest = known.reduce((max, volume) => Math.max(max, volume), 0);
  const mean = known.length === 0 ? 1 : known.reduce((sum, volume) => sum + volume / largest, 0) / known.length;
  const volumes = relations.map(({ volume }) => (volume === undefined ? mean : volume / largest));
  const total = volumes.reduce((sum, volume) => sum + volume, 0);
  return volumes.map((volume) => volume / total);
}
