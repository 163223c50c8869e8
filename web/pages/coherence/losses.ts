import type { DimensionKind } from "../../graphql/schema-types.ts";
import type { CoherenceDimension, CoherenceItem } from "./coherence.graphql.ts";

interface Loss extends CoherenceItem {
  dimension: DimensionKind;
  loss: number;
}

/** What costs most over all dimensions, and what all else costs together: the two add up to what is missing of 1. */
export function largestLosses(dimensions: readonly CoherenceDimension[], most: number): { told: Loss[]; rest: number } {
  const all = dimensions
    .flatMap(({ kind, items }) => items.map((item) => ({ ...item, dimension: kind })))
    .filter((item): item is Loss => item.loss !== null && item.loss > 0)
    .sort((a, b) => b.loss - a.loss);
  return { told: all.slice(0, most), rest: all.slice(most).reduce((sum, { loss }) => sum + loss, 0) };
}
