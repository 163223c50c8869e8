import type { Coherence, CoherenceItem } from "../coherence.ts";
import type { CoherenceDimensionKind } from "../dimensions.ts";

type Known = CoherenceItem & { value: number };

/**
 * Ledger for the gain of a change: the known items of each dimension, and the value of one unit of weight × value. A
 * change moves the overall score by unit · Σ weight · (value after − value before) over the known items that it
 * touches: the same as computing everything again, since no other item changes and unknown items do not count.
 */
export class Ledger {
  private readonly byDimension = new Map<CoherenceDimensionKind, { unit: number; known: Map<string, Known> }>();

  constructor(before: Coherence) {
    const scored = before.dimensions.filter((dimension) => dimension.status === "SCORED");
    const weights = scored.reduce((sum, dimension) => sum + dimension.weight, 0);
    for (const dimension of scored) {
      const known = dimension.items.filter((item): item is Known => item.value !== null);
      const itemWeights = known.reduce((sum, item) => sum + item.weight, 0);
      this.byDimension.set(dimension.kind, {
        unit: weights === 0 ? 0 : dimension.weight / weights / itemWeights,
        known: new Map(known.map((item) => [item.key, item])),
      });
    }
  }

  known(dimension: CoherenceDimensionKind): Known[] {
    return [...(this.byDimension.get(dimension)?.known.values() ?? [])];
  }

  improvable(dimension: CoherenceDimensionKind): Known[] {
    return this.known(dimension).filter((item) => item.value < 1);
  }

  /** Gain when the item's value becomes `after`; 0 for an unknown or missing item. */
  gain(dimension: CoherenceDimensionKind, key: string, after: number | null): number {
    const row = this.byDimension.get(dimension);
    const item = row?.known.get(key);
    if (row === undefined || item === undefined || after === null) return 0;
    return row.unit * item.weight * (after - item.value);
  }
}
