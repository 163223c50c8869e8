/** Numbers closer than this count as equal (model.md, "within 1e-12"): what is left between them is rounding. */
export const EPSILON = 1e-12;

/** Code-point order, the same on every machine (localeCompare is not). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Highest first, null last; values within 1e-12 of the highest of their run are equal and go by `then`.
 * A comparator with a tolerance alone would not be transitive, so ties are settled run by run.
 */
export function highestFirst<T>(
  list: readonly T[],
  value: (entry: T) => number | null,
  then: (a: T, b: T) => number,
): T[] {
  const known = list.filter((entry) => value(entry) !== null).sort((a, b) => value(b)! - value(a)! || then(a, b));
  const unknown = list.filter((entry) => value(entry) === null).sort(then);
  const ordered: T[] = [];
  for (let start = 0; start < known.length; ) {
    const top = value(known[start]!)!;
    let end = start + 1;
    while (end < known.length && top - value(known[end]!)! <= EPSILON) end += 1;
    if (end - start === 1) ordered.push(known[start]!);
    else for (const entry of known.slice(start, end).sort(then)) ordered.push(entry);
    start = end;
  }
  for (const entry of unknown) ordered.push(entry);
  return ordered;
}
