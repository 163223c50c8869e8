import type { Coherence, CoherenceItem } from "../coherence.ts";
import type { CoherenceDimensionKind } from "../dimensions.ts";

type Known = CoherenceItem & { value: number };

/** What a change brings: its gain among what is known, and bounds. */
export interface Gain {
  /** May be 0: a change without gain is not listed, but can still be tried in a scenario. */
  gain: number;
  /** What the known items that it changes bring once everything is known, at least. */
  gainLow: number;
  /** What they bring among what is known, at most. */
  gainHigh: number;
}

export const noGain: Gain = { gain: 0, gainLow: 0, gainHigh: 0 };

export const sumOfGains = (gains: readonly Gain[]): Gain =>
  gains.reduce(
    (sum, it) => ({
      gain: sum.gain + it.gain,
      gainLow: sum.gainLow + it.gainLow,
      gainHigh: sum.gainHigh + it.gainHigh,
    }),
    noGain,
  );

interface Row {
  /** What one unit of weight × value is worth of the overall score, among what is known. */
  unit: number;
  /** The same among everything. */
  unitOfAll: number;
  known: Map<string, Known>;
}

/**
 * Ledger for the gain of a change: the known items of each dimension, and the value of one unit of weight × value. A
 * change moves the overall score by unit · Σ weight · (value after − value before) over the known items that it
 * touches: the same as computing everything again, since no other item changes and unknown items do not count.
 */
export class Ledger {
  private readonly byDimension = new Map<CoherenceDimensionKind, Row>();

  constructor(before: Coherence) {
    const scored = before.dimensions.filter((dimension) => dimension.status === "SCORED");
    const weights = scored.reduce((sum, dimension) => sum + dimension.weight, 0);
    const allWeights = before.dimensions.reduce((sum, dimension) => sum + dimension.weight, 0);
    for (const dimension of scored) {
      const known = dimension.items.filter((item): item is Known => item.value !== null);
      const itemWeights = known.reduce((sum, item) => sum + item.weight, 0);
      this.byDimension.set(dimension.kind, {
        unit: weights === 0 ? 0 : dimension.weight / weights / itemWeights,
        unitOfAll: dimension.weight / allWeights / dimension.items.reduce((sum, item) => sum + item.weight, 0),
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

  /** The gain when the item's value becomes `after`; 0 when it is unknown or no item. */
  gain(dimension: CoherenceDimensionKind, key: string, after: number | null): Gain {
    const row = this.byDimension.get(dimension);
    const item = row?.known.get(key);
    if (row === undefined || item === undefined || after === null) return noGain;
    const { weight, value, low, high } = item;
    const gain = row.unit * weight * (after - value);
    // At worst the item turns out to be at its upper bound already, and counts among everything.
    const least = weight * Math.max(0, after - high);
    return {
      gain,
      gainLow: Math.min(gain, row.unitOfAll * least),
      gainHigh: Math.max(gain, row.unit * weight * (after - low)),
    };
  }
}
