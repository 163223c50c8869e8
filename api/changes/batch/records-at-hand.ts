import type { ChangeEntry } from "../../../cypher/changes/history.ts";
import type { LoggedChange } from "../../../cypher/changes/logged.ts";
import type {
  AnyRecord,
  EcosystemDocument,
  EcosystemHead,
  RecordKind,
  RecordRef,
} from "../../../cypher/model/document.ts";
import { pinnedRecords } from "../../../cypher/model/enums/pinned-kind.ts";
import { identityOf, recordKindNames, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../../cypher/records/merged-keys.ts";
import type { ReferringRecord, StoredRecord } from "../../../cypher/records/read-stored.ts";
import type { StoredView } from "../../../cypher/views/views.ts";

/** What is asked of the store and not at hand yet. */
export interface Asks {
  records: RecordRef[];
  referring: RecordRef[];
  histories: { kind: RecordKind | "ecosystem" | "views"; key: string; since: number }[];
  revisions: number[];
  views: boolean;
}

interface Known {
  head: EcosystemHead | null;
  revision: number;
  mergedKeys: MergedKeys;
}

const nameOf = ({ kind, key }: { kind: string; key: string }): string => `${kind} ${key}`;
const nothing: Known = { head: null, revision: 0, mergedKeys: new Map() };

/**
 * The stored records that a planner works on. What a planner asks for and is not here is noted, so that it can be read
 * and the planner run again: a change of one record reads a handful of records, whatever the size of the ecosystem.
 */
export class RecordsAtHand {
  #known: Known = nothing;
  readonly #records = new Map<string, StoredRecord | null>();
  readonly #referring = new Map<string, StoredRecord[]>();
  readonly #histories = new Map<string, ChangeEntry[]>();
  readonly #revisions = new Map<number, LoggedChange[]>();
  #views: StoredView[] | null = null;
  readonly #asked = new Map<string, RecordRef>();
  readonly #askedReferring = new Map<string, RecordRef>();
  readonly #askedHistories = new Map<string, Asks["histories"][number]>();
  readonly #askedRevisions = new Set<number>();
  #askedViews = false;

  know(known: Known): void {
    this.#known = known;
  }

  get head(): EcosystemHead | null {
    return this.#known.head;
  }

  get revision(): number {
    return this.#known.revision;
  }

  /** The record, or null when there is none. */
  stored(kind: RecordKind, key: string): StoredRecord | null {
    const name = nameOf({ kind, key });
    const found = this.#records.get(name);
    if (found === undefined) this.#asked.set(name, { kind, key });
    return found ?? null;
  }

  /** Whether it is known if there is such a record. */
  isRead(kind: RecordKind, key: string): boolean {
    return this.#records.has(nameOf({ kind, key }));
  }

  /** The key of the record that a merged one has become part of; undefined for any other. */
  mergedInto(kind: RecordKind, key: string): string | undefined {
    return this.#known.mergedKeys.get(kind)?.get(key);
  }

  /** The records that refer to this one, and its places on the map. */
  referring(kind: RecordKind, key: string): readonly StoredRecord[] {
    const name = nameOf({ kind, key });
    const found = this.#referring.get(name);
    if (!found) this.#askedReferring.set(name, { kind, key });
    return found ?? [];
  }

  /** Changes since a revision, newest first. */
  changesSince(kind: Asks["histories"][number]["kind"], key: string, since: number): readonly ChangeEntry[] {
    const name = `${since} ${nameOf({ kind, key })}`;
    const found = this.#histories.get(name);
    if (!found) this.#askedHistories.set(name, { kind, key, since });
    return found ?? [];
  }

  /** What the change with this revision did. */
  logged(revision: number): readonly LoggedChange[] {
    const found = this.#revisions.get(revision);
    if (!found) this.#askedRevisions.add(revision);
    return found ?? [];
  }

  views(): readonly StoredView[] {
    if (!this.#views) this.#askedViews = true;
    return this.#views ?? [];
  }

  /** What was asked for and is missing; asked again only when it is asked for again. */
  takeAsks(): Asks | null {
    const asks: Asks = {
      records: [...this.#asked.values()],
      referring: [...this.#askedReferring.values()],
      histories: [...this.#askedHistories.values()],
      revisions: [...this.#askedRevisions],
      views: this.#askedViews,
    };
    for (const asked of [this.#asked, this.#askedReferring, this.#askedHistories, this.#askedRevisions]) asked.clear();
    this.#askedViews = false;
    const count =
      asks.records.length + asks.referring.length + asks.histories.length + asks.revisions.length + Number(asks.views);
    return count > 0 ? asks : null;
  }

  addRecords(asked: readonly RecordRef[], found: readonly StoredRecord[]): void {
    for (const it of found) this.#records.set(nameOf(it), it);
    for (const it of asked) if (!this.#records.has(nameOf(it))) this.#records.set(nameOf(it), null);
  }

  addReferring(asked: readonly RecordRef[], found: readonly ReferringRecord[]): void {
    for (const it of asked) this.#referring.set(nameOf(it), []);
    for (const { toKind, to, ...it } of found) {
      // The graph has other relationships than those of references: what counts is what the record says.
      if (!referencesOf(it.kind, it.record).some((ref) => ref.kind === toKind && ref.key === to)) continue;
      this.#records.set(nameOf(it), it);
      this.#referring.get(nameOf({ kind: toKind, key: to }))!.push(it);
    }
  }

  addHistory({ kind, key, since }: Asks["histories"][number], entries: ChangeEntry[]): void {
    this.#histories.set(`${since} ${nameOf({ kind, key })}`, entries);
  }

  addRevision(revision: number, changes: LoggedChange[]): void {
    this.#revisions.set(revision, changes);
  }

  addViews(views: StoredView[]): void {
    this.#views = views;
  }
}

/** The answers of a whole document to what a planner asks of records, for a scenario and for tests: no log and no views. */
export function answerFromDocument(
  atHand: RecordsAtHand,
  { records, referring }: Pick<Asks, "records" | "referring">,
  document: EcosystemDocument,
  versionOf: (kind: RecordKind, key: string) => number,
): void {
  const all = recordKindNames.flatMap((kind) =>
    ((document[kind] ?? []) as AnyRecord[]).map((record): StoredRecord => {
      const key = identityOf(kind, record);
      return { kind, key, record, version: versionOf(kind, key) };
    }),
  );
  const wanted = new Set(records.map(nameOf));
  atHand.addRecords(
    records,
    all.filter((it) => wanted.has(nameOf(it))),
  );
  const targets = new Set(referring.map(nameOf));
  atHand.addReferring(
    referring,
    all.flatMap((it) =>
      referencesOf(it.kind, it.record)
        .filter((to) => targets.has(nameOf(to)))
        .map((to) => ({ ...it, toKind: to.kind, to: to.key })),
    ),
  );
}

/** The records that a record refers to, each once; a place on the map refers to what it places. */
export function referencesOf(kind: RecordKind, record: AnyRecord): RecordRef[] {
  const found = new Map<string, RecordRef>();
  const add = (ref: RecordRef) => found.set(nameOf(ref), ref);
  for (const reference of recordKinds[kind].references)
    for (const key of referencedKeys(record, reference)) add({ kind: reference.to, key });
  if (kind === "layout") {
    const pin = record as { kind: keyof typeof pinnedRecords; key: string };
    add({ kind: pinnedRecords[pin.kind], key: pin.key });
  }
  return [...found.values()];
}
