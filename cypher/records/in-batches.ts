/** Batches of a few thousand rows: large enough to be quick, small enough for one Bolt message. */
export async function inBatches<Row>(
  rows: readonly Row[],
  store: (rows: Row[]) => Promise<unknown>,
  size = 5_000,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await store(rows.slice(start, start + size));
}
