/** Rows of one frame that are new or differ from the frame before, and the ids of those that were removed. */
interface ChangedRows<Row> {
  changed: Row[];
  removed: string[];
}

/**
 * Rows sent so far, so that each list is sent as its changes: the changed rows put over the earlier ones by id, without
 * the removed ones, are the whole list.
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

  /** The next list is sent whole. */
  forget(): void {
    this.#sent = new Map();
  }
}
