import { checkShape } from "./read-delimited.ts";
import type { Cell, LeftOut, Mended, RefusedRow, Sheet } from "./table.ts";

/** A table that grows while a file without tables is read: columns in the order in which they are met. */
export class GrowingSheet {
  readonly #columns = new Map<string, number>();
  readonly #rows: Cell[][] = [];
  readonly mended: Mended[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #refused: RefusedRow[] = [];

  constructor(
    readonly name: string,
    columns: readonly string[],
  ) {
    for (const column of columns) this.#columns.set(column, this.#columns.size);
  }

  add(values: ReadonlyMap<string, Cell>): void {
    const row: Cell[] = [];
    for (const [column, value] of values) {
      if (value === "" || value === null) continue;
      const at = this.#columns.get(column) ?? this.#columns.size;
      this.#columns.set(column, at);
      row[at] = value;
    }
    this.#rows.push(row);
  }

  /** Leaves out the row that was added last. */
  refuse(column: string, message: string): void {
    this.#refused.push({ row: this.#rows.length + 1, column, message });
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  get sheet(): Sheet {
    const columns = [...this.#columns.keys()];
    const rows = [columns, ...this.#rows].map((cells, at) => ({
      number: at + 1,
      cells: columns.map((_, column) => cells[column] ?? null),
    }));
    checkShape(rows, this.name);
    const { name, mended, leftOut } = this;
    return {
      ...{ name, isHidden: false, rows, merges: [], mended },
      ...(leftOut.length > 0 && { leftOut }),
      ...(this.#refused.length > 0 && { refused: this.#refused }),
    };
  }
}
