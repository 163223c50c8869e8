/** Value in 0..1 with its bounds, once everything were known; value null when too little is known. */
export interface Bounded {
  value: number | null;
  low: number;
  high: number;
}

export const unknownValue: Bounded = { value: null, low: 0, high: 1 };

/** One exact value. */
export const exactly = (value: number): Bounded => ({ value, low: value, high: value });

/**
 * Simpson concentration, the sum of squared shares, of units over classes; 1 when all are of one class. Null when none
 * of the units, or less than half of them, have a known class. Bounds: each unknown unit in a class of its own, or all
 * of them in the largest. Source: docs/model.md, section 4, INSTALLED_BASE.
 * @param unitsByClass units of each known class
 * @param unknownUnits units whose class is unknown
 */
export function concentration(unitsByClass: Iterable<number>, unknownUnits: number): Bounded {
  let known = 0;
  let squares = 0;
  let largest = 0;
  for (const units of unitsByClass) {
    known += units;
    squares += units * units;
    if (units > largest) largest = units;
  }
  const total = known + unknownUnits;
  if (known === 0 || known * 2 < total) return unknownValue;
  const value = squares / (known * known);
  if (unknownUnits === 0) return exactly(value);
  const joined = squares - largest * largest + (largest + unknownUnits) ** 2;
  return { value, low: (squares + unknownUnits) / (total * total), high: joined / (total * total) };
}

/** Clamps a share to 0..1, since rounding may exceed it by an epsilon. */
export const clampUnit = (value: number): number => Math.min(1, Math.max(0, value));
