import type {
  AnyRecord,
  EcosystemDocument,
  EcosystemHead,
  RecordKind,
  RecordRef,
  RecordsByKind,
} from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";
import { Lru } from "./lru.ts";
import { toNodeId } from "./node-id.ts";
import { recordLabel } from "./record-label.ts";

/** One record of a loaded ecosystem: what the API's types Actor, Claim, Record and so on are drawn from. */
export interface RecordNode<K extends RecordKind = RecordKind> {
  loaded: LoadedEcosystem;
  id: string;
  kind: K;
  key: string;
  record: RecordsByKind[K];
}

const measuresKept = 200;

/**
 * An ecosystem's whole document at one revision, with every record found by its key, and the answers of measures
 * computed from it so far. Never changed after it is made: a new revision is a new one.
 */
export class LoadedEcosystem {
  readonly head: EcosystemHead;
  readonly #nodes = new Map<RecordKind, Map<string, RecordNode>>();
  readonly #measures = new Lru<{ answer: unknown }>(measuresKept);

  constructor(
    readonly revision: number,
    readonly document: EcosystemDocument,
  ) {
    this.head = document.ecosystem;
    for (const kind of recordKindNames) {
      const nodes = new Map<string, RecordNode>();
      for (const record of (document[kind] ?? []) as AnyRecord[]) {
        const key = identityOf(kind, record as never);
        const id = toNodeId({ kind, ecosystem: this.head.key, key });
        nodes.set(key, { loaded: this, id, kind, key, record: record as never });
      }
      this.#nodes.set(kind, nodes);
    }
  }

  get key(): string {
    return this.head.key;
  }

  /** The record of this kind and identity, or undefined. */
  find<K extends RecordKind>(kind: K, key: string | undefined): RecordNode<K> | undefined {
    return key === undefined ? undefined : (this.#nodes.get(kind)?.get(key) as RecordNode<K> | undefined);
  }

  /** As find, where the import has made sure that the record exists. */
  get<K extends RecordKind>(kind: K, key: string): RecordNode<K> {
    const node = this.find(kind, key);
    if (!node) throw new Error(`Ecosystem ${this.key} holds no ${kind} record ${key}, although one refers to it.`);
    return node;
  }

  /** The records with these keys, in their order; those that are missing are left out. */
  getAll<K extends RecordKind>(kind: K, keys: readonly string[] | undefined): RecordNode<K>[] {
    return (keys ?? []).flatMap((key) => this.find(kind, key) ?? []);
  }

  byRef(refs: readonly RecordRef[]): RecordNode[] {
    return refs.flatMap(({ kind, key }) => this.find(kind, key) ?? []);
  }

  all<K extends RecordKind>(kind: K): RecordNode<K>[] {
    return [...(this.#nodes.get(kind)?.values() ?? [])] as RecordNode<K>[];
  }

  label(kind: RecordKind, key: string | undefined): string {
    const node = this.find(kind, key);
    return node ? recordLabel(kind, node.record, (k, of) => this.label(k, of)) : (key ?? "unknown");
  }

  /** The answer of a measure, computed once for its name and arguments (this ecosystem and revision are given). */
  measure<Answer>(name: string, args: object, compute: () => Answer): Answer {
    const cacheKey = `${name} ${JSON.stringify(args)}`;
    const kept = this.#measures.get(cacheKey);
    if (kept) return kept.answer as Answer;
    const answer = compute();
    this.#measures.set(cacheKey, { answer });
    return answer;
  }
}
