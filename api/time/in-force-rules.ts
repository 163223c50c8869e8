import type {
  EcosystemDocument,
  FactBase,
  RecordKind,
  RecordsByKind,
  StandardRecord,
  StandardStatus,
} from "../../cypher/model/document.ts";
import { type Memo, noMemo } from "../shared/memo.ts";
import { shareList, shareSet } from "../shared/sharing.ts";
import { sureFrom } from "./confidence.ts";
import { endOf, intersect, NEVER, newYear, type Span, startOf } from "./spans.ts";

// Rules of what is in force on a day (docs/model.md, section 1, Time), shared by facts of one day, facts over time, the
// map and the timeline; which of several versions applies is decided in versions.ts.

/** Fields with the start and end of a kind of record, besides validFrom and validTo. */
const ownDates: {
  readonly [K in RecordKind]?: {
    start?(record: RecordsByKind[K]): string | undefined;
    end?(record: RecordsByKind[K]): string | undefined;
  };
} = {
  moves: { start: ({ date }) => date },
  responses: { start: ({ date }) => date },
  installations: {
    start: ({ installedYear }) => (installedYear === undefined ? undefined : newYear(installedYear)),
  },
  initiatives: { start: ({ startedOn }) => startedOn, end: ({ endedOn }) => endedOn },
  standards: { start: ({ history }) => historyStart(history) },
};

/** Start of a standard's history, before which it is not in force. */
export function historyStart(history: StandardRecord["history"]): string | undefined {
  let first: string | undefined;
  for (const { on } of history ?? []) if (first === undefined || on < first) first = on;
  return first;
}

interface Dependency<K extends RecordKind> {
  on: DependedOn;
  key(record: RecordsByKind[K]): string | undefined;
}

/** Kinds of record that others depend on. */
const dependedOn = ["actors", "standards", "activities", "moves"] as const satisfies readonly RecordKind[];
type DependedOn = (typeof dependedOn)[number];

/**
 * References without which a record is not in force. In a list (participants, candidates) only the member is left out.
 */
const dependencies: { readonly [K in RecordKind]?: readonly Dependency<K>[] } = {
  profiles: [{ on: "actors", key: (it) => it.actor }],
  actorCapabilities: [{ on: "actors", key: (it) => it.actor }],
  adoptions: [
    { on: "actors", key: (it) => it.actor },
    { on: "standards", key: (it) => it.standard },
  ],
  claims: [
    { on: "actors", key: (it) => it.by },
    { on: "actors", key: (it) => it.about },
    { on: "activities", key: (it) => it.activity },
  ],
  offerings: [{ on: "actors", key: (it) => it.provider }],
  stances: [{ on: "actors", key: (it) => it.actor }],
  interfaces: [
    { on: "actors", key: (it) => it.a },
    { on: "actors", key: (it) => it.b },
  ],
  installations: [{ on: "actors", key: (it) => it.customer }],
  agreements: [
    { on: "actors", key: (it) => it.provider },
    { on: "actors", key: (it) => it.customer },
  ],
  relations: [
    { on: "actors", key: (it) => it.from },
    { on: "actors", key: (it) => it.to },
  ],
  moves: [{ on: "actors", key: (it) => it.actor }],
  responses: [
    { on: "actors", key: (it) => it.actor },
    { on: "moves", key: (it) => it.move },
  ],
};

/** The records of a kind, in the document's order. */
export const recordsOf = <K extends RecordKind>(document: EcosystemDocument, kind: K): readonly RecordsByKind[K][] =>
  (document[kind] ?? []) as RecordsByKind[K][];

/** Span of a record by its own dates, regardless of its dependencies. */
export function ownSpan<K extends RecordKind>(kind: K, record: RecordsByKind[K]): Span {
  const own = ownDates[kind];
  const fact = record as FactBase;
  const span = { from: startOf(fact), to: endOf(fact) };
  const start = own?.start?.(record);
  if (start !== undefined && start > span.from) span.from = start;
  const end = own?.end?.(record);
  if (end !== undefined && end < span.to) span.to = end;
  return span;
}

/** Whether a day is in a record's own span; the same as contains of ownSpan, without creating the span. */
export function isOwnDay<K extends RecordKind>(kind: K, record: RecordsByKind[K], day: string): boolean {
  const fact = record as FactBase;
  if (startOf(fact) > day || endOf(fact) <= day) return false;
  const own = ownDates[kind];
  if (own === undefined) return true;
  const start = own.start?.(record);
  const end = own.end?.(record);
  return (start === undefined || start <= day) && (end === undefined || end > day);
}

/** Status of a standard on a day: the latest entry of its history that has begun; without a history its own status. */
export function statusOn(standard: StandardRecord, day: string): StandardStatus {
  let last: { status: StandardStatus; on: string } | undefined;
  for (const entry of standard.history ?? []) {
    if (entry.on <= day && (last === undefined || entry.on > last.on)) last = entry;
  }
  return last?.status ?? standard.status;
}

/**
 * Records of a document in force on one day: by their own dates, by confidence, and by their dependencies. All versions
 * are included.
 * @param memo to read documents that share most of their records: lists without a change are the same
 */
export class DayRecords {
  readonly #lists = new Map<RecordKind, readonly unknown[]>();
  readonly #keys = new Map<DependedOn, ReadonlySet<string>>();
  readonly #isSure: (fact: FactBase) => boolean;

  constructor(
    private readonly document: EcosystemDocument,
    private readonly day: string,
    minConfidence: number,
    private readonly memo: Memo = noMemo,
  ) {
    const { evidence } = document;
    this.#isSure = memo("isSure", [evidence, minConfidence], () => sureFrom(evidence, minConfidence));
  }

  of<K extends RecordKind>(kind: K): RecordsByKind[K][] {
    const known = this.#lists.get(kind);
    if (known) return known as RecordsByKind[K][];
    const { document, day, memo } = this;
    const isSure = this.#isSure;
    const needs = (dependencies[kind] ?? []).map(({ on, key }) => ({ key, keys: this.keysOf(on) }));
    const inputs = [document[kind], day, isSure, ...needs.map(({ keys }) => keys)];
    const found = memo(
      `records of ${kind}`,
      inputs,
      () =>
        recordsOf(document, kind).filter((record) => {
          if (!isOwnDay(kind, record, day) || !isSure(record as FactBase)) return false;
          for (const { key, keys } of needs) {
            const needed = key(record);
            if (needed !== undefined && !keys.has(needed)) return false;
          }
          return true;
        }),
      shareList,
    );
    this.#lists.set(kind, found);
    return found;
  }

  /** Keys of the records in force: of actors, standards, activities or moves. */
  keysOf(kind: DependedOn): ReadonlySet<string> {
    const known = this.#keys.get(kind);
    if (known) return known;
    const records = this.of(kind);
    const keys = this.memo(
      `keys of ${kind}`,
      [records],
      () => new Set(records.map(({ key }) => key)),
      shareSet<string>,
    );
    this.#keys.set(kind, keys);
    return keys;
  }
}

/**
 * Spans in which each record of a document is in force: by its own dates, by confidence, and by its dependencies. Later
 * versions are not considered here.
 */
export class RecordSpans {
  readonly #found = new Map<RecordKind, Map<string, Span>>();
  readonly #isSure: (fact: FactBase) => boolean;

  constructor(document: EcosystemDocument, minConfidence: number) {
    this.#isSure = sureFrom(document.evidence, minConfidence);
    for (const kind of dependedOn) {
      const spans = recordsOf(document, kind).map((it): [string, Span] => [it.key, this.of(kind, it)]);
      this.#found.set(kind, new Map(spans));
    }
  }

  /** Spans in which the record with this key is in force: an actor, standard, activity or move. */
  find(kind: DependedOn, key: string): Span {
    return this.#found.get(kind)?.get(key) ?? NEVER;
  }

  of<K extends RecordKind>(kind: K, record: RecordsByKind[K]): Span {
    if (!this.#isSure(record as FactBase)) return NEVER;
    let span = ownSpan(kind, record);
    for (const { on, key } of dependencies[kind] ?? []) {
      const needed = key(record);
      if (needed !== undefined) span = intersect(span, this.find(on, needed));
    }
    return span;
  }
}
