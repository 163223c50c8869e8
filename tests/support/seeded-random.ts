/** Seeded pseudorandom numbers (mulberry32): the same on every machine and run for the same seed. */
export interface SeededRandom {
  /** 0 ≤ number < 1 */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** As pick, but skewed to the start of the list: a few hubs, many small ones. */
  pickSkewed<T>(list: readonly T[]): T;
  /** At most `count` distinct ones, in the list's order. */
  some<T>(list: readonly T[], count: number): T[];
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (length: number) => Math.floor(next() * length);
  return {
    next,
    whole: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    pickSkewed: (list) => list[Math.floor(next() ** 2 * list.length)]!,
    some(list, count) {
      const chosen = new Set<number>();
      for (let draw = 0; draw < count; draw++) chosen.add(below(list.length));
      return [...chosen].sort((a, b) => a - b).map((index) => list[index]!);
    },
  };
}
