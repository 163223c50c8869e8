/** Hands over the rows some thousand at a time: enough to be quick, and no more than a message of Bolt bears well. */
export async function inBatches<Row>(
  rows: readonly Row[],
  store: (rows: Row[]) => Promise<unknown>,
  size = 5_000,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await store(rows.slice(start, start + size));
}
