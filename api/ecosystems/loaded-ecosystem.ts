import { LRUCache } from "lru-cache";
import type { StoredDocument, Versions } from "../../cypher/ecosystems/ecosystems.ts";
import type {
  AnyRecord,
  EcosystemDocument,
  EcosystemHead,
  RecordKind,
  RecordRef,
  RecordsByKind,
} from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../cypher/records/merged-keys.ts";
import { createMemos, type MemoFor } from "../shared/memo.ts";
import { toNodeId } from "../shared/node-id.ts";
import { recordLabel } from "./record-label.ts";

/** A record that can be shown without its ecosystem: source of the API's type Actor. */
export interface LoneRecord<K extends RecordKind = RecordKind> {
  id: string;
  /** The ecosystem's key. */
  ecosystem: string;
  kind: K;
  key: string;
  record: RecordsByKind[K];
  /** The rest of the ecosystem. */
  load(): LoadedEcosystem | Promise<LoadedEcosystem>;
}

/** One record of a loaded ecosystem: source of the API's types Claim, Record and so on. */
export interface RecordNode<K extends RecordKind = RecordKind> extends LoneRecord<K> {
  loaded: LoadedEcosystem;
}

/** Lazy id: most records of a large ecosystem are never shown. */
class LoadedRecord<K extends RecordKind> implements RecordNode<K> {
  #id: string | undefined;

  constructor(
    readonly loaded: LoadedEcosystem,
    readonly kind: K,
    readonly key: string,
    readonly record: RecordsByKind[K],
  ) {}

  get id(): string {
    this.#id ??= toNodeId({ kind: this.kind, ecosystem: this.loaded.key, key: this.key });
    return this.#id;
  }

  get ecosystem(): string {
    return this.loaded.key;
  }

  load(): LoadedEcosystem {
    return this.loaded;
  }
}

const maxMeasures = 200;
/** Memos of successive states: of facts, coherence and threats at two moments. */
const maxMemos = 6;
/** Memory budget in records: of a large ecosystem fewer measures are cached. */
const maxRecordsMeasured = 600_000;
/** Size limit in bytes of the answer cache of one ecosystem: answers and their keys. */
const maxAnswerBytes = 16_000_000;

/**
 * An ecosystem's whole document at one revision, with an index of every record by key and the answers of measures
 * computed so far. Immutable: a new revision is a new object.
 */
export class LoadedEcosystem {
  readonly head: EcosystemHead;
  /** Number of records. */
  readonly records: number;
  readonly #nodes = new Map<RecordKind, Map<string, RecordNode>>();
  readonly #measures: LRUCache<string, { answer: unknown }>;
  readonly #memos: LRUCache<string, MemoFor>;
  /**
   * Answer cache: whole answers as they are sent, by operation and variables. An answer larger than the whole cache is
   * not kept.
   */
  readonly answers = new LRUCache<string, Uint8Array>({
    maxSize: maxAnswerBytes,
    sizeCalculation: (bytes, question) => bytes.length + question.length,
  });

  readonly versions: Versions;
  readonly mergedKeys: MergedKeys;

  /**
   * @param more what is known besides the facts; absent of a scenario
   * @param before the ecosystem at an earlier revision, or without a scenario: where only places on the map differ, its
   *   measures hold, and of other facts only what differs is measured again where a measure uses a memo
   */
  constructor(
    readonly revision: number,
    readonly document: EcosystemDocument,
    more: Partial<Pick<StoredDocument, "versions" | "mergedKeys">> = {},
    before?: LoadedEcosystem,
  ) {
    this.head = document.ecosystem;
    this.versions = more.versions ?? new Map();
    this.mergedKeys = more.mergedKeys ?? new Map();
    this.records = recordKindNames.reduce((sum, kind) => sum + (document[kind]?.length ?? 0), 0);
    const max = Math.max(8, Math.min(maxMeasures, Math.floor(maxRecordsMeasured / (this.records + 1))));
    this.#measures = before?.hasFactsOf(document) ? before.#measures : new LRUCache({ max });
    this.#memos = before ? before.#memos : new LRUCache({ max: maxMemos });
  }

  /** Lazy index of the records of a kind by identity. */
  #byKey(kind: RecordKind): Map<string, RecordNode> {
    const gathered = this.#nodes.get(kind);
    if (gathered) return gathered;
    const nodes = new Map<string, RecordNode>();
    for (const record of (this.document[kind] ?? []) as RecordsByKind[typeof kind][]) {
      const key = identityOf(kind, record);
      nodes.set(key, new LoadedRecord(this, kind, key, record));
    }
    this.#nodes.set(kind, nodes);
    return nodes;
  }

  get key(): string {
    return this.head.key;
  }

  /** Whether the facts of a document are these, list by list; what lies where on the map is no fact. */
  private hasFactsOf(document: EcosystemDocument): boolean {
    return (
      JSON.stringify(this.head) === JSON.stringify(document.ecosystem) &&
      recordKindNames.every((kind) => kind === "layout" || this.document[kind] === document[kind])
    );
  }

  /** The record of this kind and identity, or the one into which it was merged; undefined when there is neither. */
  find<K extends RecordKind>(kind: K, key: string | undefined): RecordNode<K> | undefined {
    if (key === undefined) return undefined;
    const nodes = this.#byKey(kind);
    return (nodes.get(key) ?? nodes.get(this.mergedKeys.get(kind)?.get(key) ?? key)) as RecordNode<K> | undefined;
  }

  /** The revision of a record's last change; the ecosystem's where it is one of a scenario. */
  versionOf(kind: RecordKind, key: string): number {
    return this.versions.get(kind)?.get(key) ?? this.revision;
  }

  /** As find, where the import guarantees that the record exists. */
  get<K extends RecordKind>(kind: K, key: string): RecordNode<K> {
    const node = this.find(kind, key);
    if (!node) throw new Error(`Ecosystem ${this.key} holds no ${kind} record ${key}, although one refers to it.`);
    return node;
  }

  /** The records with these keys, in their order; missing ones are left out. */
  getAll<K extends RecordKind>(kind: K, keys: readonly string[] | undefined): RecordNode<K>[] {
    return (keys ?? []).flatMap((key) => this.find(kind, key) ?? []);
  }

  byRef(refs: readonly RecordRef[]): RecordNode[] {
    return refs.flatMap(({ kind, key }) => this.find(kind, key) ?? []);
  }

  all<K extends RecordKind>(kind: K): RecordNode<K>[] {
    return [...this.#byKey(kind).values()] as RecordNode<K>[];
  }

  label(kind: RecordKind, key: string | undefined): string {
    const node = this.find(kind, key);
    return node ? this.labelOf(kind, node.record) : (key ?? "unknown");
  }

  /** Name of a record that may have a newer version in the ecosystem. */
  labelOf(kind: RecordKind, record: object): string {
    return recordLabel(kind, record as AnyRecord, (k, of) => this.label(k, of));
  }

  /** Memoised answer of a measure of the facts by its name and arguments: plain data, without nodes of a revision. */
  measure<Answer>(name: string, args: object, compute: () => Answer): Answer {
    const cacheKey = `${name} ${JSON.stringify(args)}`;
    const kept = this.#measures.get(cacheKey);
    if (kept) return kept.answer as Answer;
    const answer = compute();
    this.#measures.set(cacheKey, { answer });
    return answer;
  }

  /** Memos of a measure with these arguments, which this state shares with those before and after it. */
  memosOf(name: string, args: object): MemoFor {
    const memoKey = `${name} ${JSON.stringify(args)}`;
    const kept = this.#memos.get(memoKey) ?? createMemos();
    this.#memos.set(memoKey, kept);
    return kept;
  }
}
