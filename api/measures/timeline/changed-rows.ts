/** Rows of one frame that are new or differ from the frame before, and the ids of those that are gone. */
interface ChangedRows<Row> {
  changed: Row[];
  gone: string[];
}

/**
 * Keeps what was last sent, so that each list is sent as what has changed in it: whoever lays the changed rows over the
 * rows before, by id, and takes out the gone ones, has the whole list.
 */
export class RowsSent<Row extends { id: string }> {
  #sent = new Map<string, string>();

  next(rows: readonly Row[]): ChangedRows<Row> {
    const now = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
    const changed = rows.filter(({ id }) => this.#sent.get(id) !== now.get(id));
    const gone = [...this.#sent.keys()].filter((id) => !now.has(id));
    this.#sent = now;
    return { changed, gone };
  }

  /** The next list is sent whole. */
  forget(): void {
    this.#sent = new Map();
  }
}
