import type { AnyRecord, EcosystemDocument, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";

/** Puts a record in place of the one with the same identity, or adds it. */
export type PutRecord = { [K in RecordKind]: { kind: K; put: RecordsByKind[K] } }[RecordKind];

/** Removes a record; key: its identity (identityOf in record-kinds.ts). */
export interface RemoveRecord {
  kind: RecordKind;
  remove: string;
}

/** One change of a document. */
export type FactChange = PutRecord | RemoveRecord;

/** Copy of the document with the changes made in order; collections without a change are shared with it. */
export function withChanges(document: EcosystemDocument, changes: readonly FactChange[]): EcosystemDocument {
  const collections = new Map<RecordKind, Map<string, AnyRecord>>();
  const collection = (kind: RecordKind) => {
    const known = collections.get(kind);
    if (known) return known;
    const records = (document[kind] ?? []) as AnyRecord[];
    const made = new Map(records.map((record) => [identityOf(kind, record), record]));
    collections.set(kind, made);
    return made;
  };
  for (const change of changes) {
    if ("put" in change) collection(change.kind).set(identityOf(change.kind, change.put), change.put);
    else collection(change.kind).delete(change.remove);
  }
  const changed = Object.fromEntries([...collections].map(([kind, records]) => [kind, [...records.values()]]));
  return { ...document, ...changed };
}

/** A free key for a record of this kind: the name itself, or numbered from 2 on. */
export function freeKey(document: EcosystemDocument, kind: "agreements" | "initiatives", name: string): string {
  const taken = new Set((document[kind] ?? []).map(({ key }) => key));
  let key = name;
  for (let n = 2; taken.has(key); n++) key = `${name}-${n}`;
  return key;
}
