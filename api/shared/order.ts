/** Tolerance: numbers up to this count as 0 (docs/model.md: "above 1e-12"), since they are rounding errors. */
export const EPSILON = 1e-12;

/** Equal means equal after rounding to 12 decimals (docs/model.md, section 4). */
const rounded = (figure: number): number => Math.round(figure * 1e12) / 1e12;
export const isEqualFigure = (a: number, b: number): boolean => rounded(a) === rounded(b);

/** Code-point order, the same on every machine (localeCompare is not). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Descending order, null last; equal ones by `then`. Compares rounded values rather than distances, which would not be
 * transitive.
 */
export function highestFirst<T>(
  list: readonly T[],
  value: (entry: T) => number | null,
  then: (a: T, b: T) => number,
): T[] {
  const orderOf = (entry: T): number => {
    const figure = value(entry);
    return figure === null ? Number.NEGATIVE_INFINITY : rounded(figure);
  };
  return list
    .map((entry) => ({ entry, order: orderOf(entry) }))
    .sort((a, b) => (a.order === b.order ? then(a.entry, b.entry) : a.order < b.order ? 1 : -1))
    .map(({ entry }) => entry);
}
