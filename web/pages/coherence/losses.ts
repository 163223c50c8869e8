import type { DimensionKind } from "../../graphql/schema-types.ts";
import type { CoherenceDimension, CoherenceItem } from "./coherence.graphql.ts";

interface Loss extends CoherenceItem {
  dimension: DimensionKind;
  loss: number;
}

/** Largest losses over all dimensions, and the sum of the others: together they are what is missing from 1. */
export function largestLosses(
  dimensions: readonly CoherenceDimension[],
  maxRows: number,
): { listed: Loss[]; rest: number } {
  const all = dimensions
    .flatMap(({ kind, items }) => items.map((item) => ({ ...item, dimension: kind })))
    .filter((item): item is Loss => item.loss !== null && item.loss > 0)
    .sort((a, b) => b.loss - a.loss);
  return { listed: all.slice(0, maxRows), rest: all.slice(maxRows).reduce((sum, { loss }) => sum + loss, 0) };
}
