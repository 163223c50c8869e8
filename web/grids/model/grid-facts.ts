import type { ChangedRow } from "../../changes/change-records.graphql.ts";
import {
  type Fields,
  fieldsAfter,
  fieldsSet,
  identityOf,
  isKeyed,
  kindOfEdit,
  notStored,
  type ReadRecord,
  type RecordEdit,
} from "../../changes/record-edits.ts";
import type { RecordKind, ValidityStatus } from "../../graphql/schema-types.ts";
import { describedKind } from "../../shared/described-records.ts";
import { freeKeyOf, keyOfName } from "../../shared/key-of-name.ts";

export interface GridRecord extends ReadRecord {
  /** Opaque; empty of one that is not stored yet. */
  id: string;
  label: string;
  validity: ValidityStatus;
}

export type RecordsByKind = ReadonlyMap<RecordKind, readonly GridRecord[]>;

const noKeys: ReadonlySet<string> = new Set();

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
const folded = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** The records that a grid shows, as they stand on a day, with what has been entered and is not stored yet. */
export class GridFacts {
  readonly #byKind: RecordsByKind;
  readonly #byKey = new Map<RecordKind, ReadonlyMap<string, GridRecord>>();
  readonly #byName = new Map<RecordKind, ReadonlyMap<string, readonly string[]>>();

  constructor(
    byKind: RecordsByKind,
    readonly day: string,
  ) {
    this.#byKind = byKind;
  }

  all(kind: RecordKind): readonly GridRecord[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** Those that are valid on the day, by name. */
  valid(kind: RecordKind): GridRecord[] {
    return this.all(kind)
      .filter(({ validity }) => validity === "VALID")
      .sort((a, b) => collator.compare(a.label, b.label));
  }

  get(kind: RecordKind, key: string): GridRecord | undefined {
    let byKey = this.#byKey.get(kind);
    if (!byKey) {
      byKey = new Map(this.all(kind).map((record) => [record.key, record]));
      this.#byKey.set(kind, byKey);
    }
    return byKey.get(key);
  }

  labelOf(kind: RecordKind, key: string): string {
    return this.get(kind, key)?.label ?? key;
  }

  /** Keys of the records of a kind with a name, an alias or a key, in whatever case. */
  keysOf(kind: RecordKind, name: string): readonly string[] {
    let byName = this.#byName.get(kind);
    if (!byName) {
      byName = namesOf(this.all(kind));
      this.#byName.set(kind, byName);
    }
    return byName.get(folded(name)) ?? [];
  }

  /**
   * A key for a new record that none has yet.
   * @param given keys of other new records, which are made in the same change
   */
  freeKey(kind: RecordKind, name: string, given: ReadonlySet<string> = noKeys): string {
    const base = keyOfName(name) || keyOfName(describedKind(kind).singular);
    return freeKeyOf(base, (key) => given.has(key) || this.get(kind, key) !== undefined);
  }
}

function namesOf(records: readonly GridRecord[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  const add = (name: string, key: string) => {
    const keys = byName.get(folded(name)) ?? [];
    if (!keys.includes(key)) byName.set(folded(name), [...keys, key]);
  };
  for (const { key, label } of records) add(label, key);
  // A name goes before an alias, and both before a key: what is read on the screen is what was meant.
  const later = (names: (record: GridRecord) => readonly unknown[]) => {
    const known = new Set(byName.keys());
    for (const record of records)
      for (const name of names(record)) if (typeof name === "string" && !known.has(folded(name))) add(name, record.key);
  };
  later(({ data }) => (Array.isArray(data.aliases) ? data.aliases : []));
  later(({ key }) => [key]);
  return byName;
}

/** Names of a record before it is stored, when the API has not said its label yet. */
function labelOfFields(kind: RecordKind, fields: Fields, key: string): string {
  const name = fields.name ?? fields.title;
  return typeof name === "string" && name !== "" ? name : isKeyed(kind) ? key : "";
}

/** The records with edits that are not stored yet. */
export function withEdits(byKind: RecordsByKind, edits: readonly RecordEdit[]): RecordsByKind {
  if (edits.length === 0) return byKind;
  const next = new Map(byKind);
  const touched = new Map<RecordKind, Map<string, GridRecord>>();
  const recordsOf = (kind: RecordKind) => {
    const records = touched.get(kind) ?? new Map((next.get(kind) ?? []).map((record) => [record.key, record]));
    touched.set(kind, records);
    return records;
  };
  for (const edit of edits) {
    const kind = kindOfEdit(edit);
    const records = recordsOf(kind);
    const fields = fieldsAfter(edit);
    if (edit.does !== "create") {
      const { key } = edit.record;
      const before = records.get(key);
      if (!before) continue;
      if (fields === null) records.delete(key);
      else {
        const data = withoutUnknown({ ...before.data, ...fieldsSet(edit) });
        const label = labelOfFields(kind, data, key) || before.label;
        replace(records, key, { ...before, data, label, key: identityOf(kind, data) ?? key });
      }
      continue;
    }
    const key = identityOf(kind, edit.fields);
    if (key === null) continue;
    const before = records.get(key);
    const data = withoutUnknown({ ...before?.data, ...edit.fields });
    const label = labelOfFields(kind, data, key);
    records.set(key, { id: "", version: notStored, validity: "VALID", ...before, kind, key, data, label });
  }
  for (const [kind, records] of touched) next.set(kind, [...records.values()]);
  return next;
}

/** The records after changes that the API has stored. */
export function withChanged(byKind: RecordsByKind, changed: readonly ChangedRow[]): RecordsByKind {
  const touched = new Map<RecordKind, Map<string, GridRecord>>();
  for (const row of changed) {
    if (row.kind === "VIEWS" || row.kind === "ECOSYSTEM") continue;
    const { kind, key, version } = row;
    const before = byKind.get(kind);
    // A kind that the grid has not loaded is read when it is needed.
    if (!before) continue;
    const records = touched.get(kind) ?? new Map(before.map((record) => [record.key, record]));
    touched.set(kind, records);
    const data = row.after as Fields | null | undefined;
    if (!data || version === null) {
      records.delete(key);
      continue;
    }
    const label = labelOfFields(kind, data, key) || (row.label ?? key);
    records.set(key, { id: "", validity: "VALID", ...records.get(key), kind, key, label, version, data });
  }
  return new Map([...byKind, ...[...touched].map(([kind, records]) => [kind, [...records.values()]] as const)]);
}

/** Fields of a record: it has none that is unknown. */
export const withoutUnknown = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** Replaces a record in its place, also under a new key. */
function replace(records: Map<string, GridRecord>, key: string, record: GridRecord): void {
  if (record.key === key) {
    records.set(key, record);
    return;
  }
  const all = [...records.values()].map((one) => (one.key === key ? record : one));
  records.clear();
  for (const one of all) records.set(one.key, one);
}
