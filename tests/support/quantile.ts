/** The value below which that share of the times lies. */
export function quantile(millis: readonly number[], share: number): number {
  const sorted = [...millis].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
