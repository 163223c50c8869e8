import type { Merge } from "../../../cypher/changes/buckets.ts";
import {
  type AnyRecord,
  type EcosystemHead,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../cypher/model/document.ts";
import { identityOf, recordId } from "../../../cypher/model/record-kinds.ts";
import type { OtherChange, RecordChange } from "../../../cypher/records/change-records.ts";
import type { StoredView } from "../../../cypher/views/views.ts";
import { isSame } from "../check/same-value.ts";
import type { ChangeIssue, ChangeIssueCode, Conflict, MergeDifference } from "./answer.ts";
import { type RecordsAtHand, referencesOf } from "./records-at-hand.ts";

/** A record that a change touches, as the change leaves it: null when it removes it. */
export interface Touched {
  kind: RecordKind;
  key: string;
  record: AnyRecord | null;
  /** Where in the input it is said: a JSON Pointer. */
  path: string;
  /** The caller has named it: it is not only touched because of another one. */
  isNamed: boolean;
  renamed?: { from: string; before: AnyRecord };
  merge?: Merge;
}

/** Who makes a change, and when. */
export interface Author {
  who: string;
  at: string;
}

/** A view as a change leaves it; null when it removes it. */
export interface TouchedView {
  key: string;
  before: StoredView | null;
  after: StoredView | null;
}

type Place = Pick<Touched, "path"> & Partial<Pick<Touched, "isNamed" | "merge">>;

/** Draft of a change: the records at hand with what the change makes of them so far. */
export class Draft {
  readonly errors: ChangeIssue[] = [];
  readonly conflicts: Conflict[] = [];
  readonly differences: MergeDifference[] = [];
  readonly views: TouchedView[] = [];
  /** The ecosystem's own fields as the change leaves them. */
  head: EcosystemHead | null;
  readonly #touched = new Map<string, Touched>();
  /** Touched records by what they refer to. */
  readonly #referring = new Map<string, Set<string>>();

  constructor(
    readonly atHand: RecordsAtHand,
    readonly author: Author,
  ) {
    this.head = atHand.head;
  }

  refuse(path: string, code: ChangeIssueCode, message: string): void {
    this.errors.push({ path, code, message });
  }

  get touched(): readonly Touched[] {
    return [...this.#touched.values()];
  }

  find(kind: RecordKind, key: string): Touched | undefined {
    return this.#touched.get(recordId(kind, key));
  }

  /** The record as the change leaves it, or null. */
  get(kind: RecordKind, key: string): AnyRecord | null {
    const touched = this.find(kind, key);
    return touched ? touched.record : (this.atHand.stored(kind, key)?.record ?? null);
  }

  put(kind: RecordKind, record: AnyRecord, { path, isNamed = true, merge }: Place): void {
    const clean = withoutEmpty(record);
    const key = identityOf(kind, clean);
    const before = this.find(kind, key);
    this.#set({
      kind,
      key,
      record: clean,
      path,
      isNamed: isNamed || (before?.isNamed ?? false),
      ...(before?.renamed && { renamed: before.renamed }),
      ...(merge && { merge }),
    });
  }

  /** Gives a record without a key another identity. Several that change places are all removed before the first is put. */
  rename(kind: RecordKind, from: string, before: AnyRecord, record: AnyRecord, { path, isNamed = true }: Place): void {
    const clean = withoutEmpty(record);
    this.#set({ kind, key: identityOf(kind, clean), record: clean, path, isNamed, renamed: { from, before } });
  }

  remove(kind: RecordKind, key: string, { path, isNamed = true, merge }: Place): void {
    this.#set({ kind, key, record: null, path, isNamed, ...(merge && { merge }) });
  }

  #set(touched: Touched): void {
    const name = recordId(touched.kind, touched.key);
    this.#touched.set(name, touched);
    if (!touched.record) return;
    for (const to of referencesOf(touched.kind, touched.record)) {
      const target = recordId(to.kind, to.key);
      const known = this.#referring.get(target);
      if (known) known.add(name);
      else this.#referring.set(target, new Set([name]));
    }
  }

  /** The records that refer to this one as the change leaves them, places on the map included. */
  referring(kind: RecordKind, key: string): { kind: RecordKind; key: string; record: AnyRecord; isNamed: boolean }[] {
    const stored = this.atHand
      .referring(kind, key)
      .filter((it) => !this.#touched.has(recordId(it.kind, it.key)))
      .map((it) => ({ ...it, isNamed: false }));
    const drafted = [...(this.#referring.get(recordId(kind, key)) ?? [])].flatMap((name) => {
      const { record, ...it } = this.#touched.get(name)!;
      const refers = record && referencesOf(it.kind, record).some((to) => to.kind === kind && to.key === key);
      return refers ? [{ ...it, record }] : [];
    });
    return [...stored, ...drafted];
  }

  /** What differs from the store, record by record. */
  changes(): RecordChange[] {
    return this.touched.flatMap(({ kind, key, record, renamed, merge }): RecordChange[] => {
      const before = this.atHand.stored(kind, key)?.record ?? null;
      if (!renamed && !merge && isSame(before, record)) return [];
      return [{ kind, key, before, after: record, ...(renamed && { renamed }), ...(merge && { merge }) }];
    });
  }

  otherChanges(): OtherChange[] {
    return this.views.map(({ key, before, after }) => ({ kind: "views", key, before, after }));
  }
}

/** The record without its empty fields: null and absent are both "not known". */
export function withoutEmpty(record: AnyRecord): AnyRecord {
  const known = Object.entries(fieldsOf(record)).filter(([, value]) => value !== null && value !== undefined);
  return recordOfFields(Object.fromEntries(known));
}
