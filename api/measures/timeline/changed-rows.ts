/** Delta of a list: rows that are new or differ from the frame before, and the ids of those removed. */
interface ChangedRows<Row> {
  changed: Row[];
  removed: string[];
}

/**
 * Delta encoder: each list is sent as its changes; merging the changed rows into the earlier ones by id, without the
 * removed ones, gives the whole list.
 */
export class RowsSent<Row extends { id: string }> {
  #sent = new Map<string, string>();

  next(rows: readonly Row[]): ChangedRows<Row> {
    const now = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
    const changed = rows.filter(({ id }) => this.#sent.get(id) !== now.get(id));
    const removed = [...this.#sent.keys()].filter((id) => !now.has(id));
    this.#sent = now;
    return { changed, removed };
  }

  /** Resets it: the next list is sent as a whole. */
  forget(): void {
    this.#sent = new Map();
  }
}
