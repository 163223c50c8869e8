import type { ChangedRow } from "./change-records.graphql.ts";
import type { ReadRecord, RecordEdit } from "./record-edits.ts";

/**
 * Where this tab's own changes have led: an edit that was made upon a record before them is in no conflict with them,
 * although its version is old.
 */
export class Successors {
  readonly #next = new Map<string, Pick<ReadRecord, "key" | "version" | "data">>();

  /** A change of this tab has made of a record, as it was read, what it is now. */
  note({ kind, key, version }: Pick<ReadRecord, "kind" | "key" | "version">, now: ChangedRow): void {
    if (now.version === null || !now.after || now.version === version) return;
    this.#next.set(`${kind} ${key} ${version}`, { key: now.key, version: now.version, data: now.after });
  }

  /** The edit upon the record as this tab's changes have left it. */
  upToDate(edit: RecordEdit): RecordEdit {
    if (edit.does === "create") return edit;
    let { record } = edit;
    for (;;) {
      const next = this.#next.get(`${record.kind} ${record.key} ${record.version}`);
      if (!next) return { ...edit, record };
      record = { ...record, ...next };
    }
  }
}
