import type { DimensionKind } from "../../graphql/schema-types.ts";
import type { CoherenceDimension, CoherenceItem } from "./coherence.graphql.ts";

interface Loss extends CoherenceItem {
  dimension: DimensionKind;
  loss: number;
}

/** Largest losses over all dimensions, and the sum of the others: together they are what is missing from 1. `equalToLast`: how many others cost as much as the last one listed. */
export function largestLosses(
  dimensions: readonly CoherenceDimension[],
  maxRows: number,
): { listed: Loss[]; rest: number; others: number; equalToLast: number } {
  const all = dimensions
    .flatMap(({ kind, items }) => items.map((item) => ({ ...item, dimension: kind })))
    .filter((item): item is Loss => item.loss !== null && item.loss > 0)
    .sort((a, b) => b.loss - a.loss);
  const [listed, others] = [all.slice(0, maxRows), all.slice(maxRows)];
  const last = listed.at(-1)?.loss ?? 0;
  return {
    listed,
    rest: others.reduce((sum, { loss }) => sum + loss, 0),
    others: others.length,
    equalToLast: others.filter(({ loss }) => loss.toFixed(12) === last.toFixed(12)).length,
  };
}
