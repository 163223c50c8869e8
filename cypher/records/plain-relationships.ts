import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import { type AnyRecord, fieldsOf, type RecordKind, type RecordRef } from "../model/document.ts";
import { factFields } from "../model/record-description.ts";
import { identityOf, recordId, recordKinds, referencedKeys } from "../model/record-kinds.ts";
import { findRecords } from "./find-records.ts";
import { inBatches } from "./in-batches.ts";

/** Plain relationship between two records' nodes: a fact as readers of the graph expect it (docs/graph.md). */
export interface PlainRelationship {
  type: string;
  from: RecordRef;
  to: RecordRef;
  /** Null values are not stored: unknown and absent are the same. */
  properties: Readonly<Record<string, unknown>> & { record: string };
}

/** Change of a record: before is null when it is created, after when it is removed. */
interface Changed {
  kind: RecordKind;
  before: AnyRecord | null;
  after: AnyRecord | null;
}

/** Lookup of the element id of a record's node; undefined where it is not known. */
export type NodeIds = (kind: RecordKind, key: string) => string | undefined;

type Rows = { rows: object[] };
const nothing = z.object({});
const create = defineQuery<Rows, object>(import.meta.url, "create-plain-relationships.cypher", ["rows"], nothing);
const remove = defineQuery<Rows & { ecosystem: string }, object>(
  import.meta.url,
  "remove-plain-relationships.cypher",
  ["rows", "ecosystem"],
  nothing,
);

// Without evidence: a relationship cannot point at a node, so sources are reached through the record.
const ofEveryFact = Object.keys(factFields).filter((field) => field !== "evidence");

/** Plain relationships of a record, as the description of its kind defines them. */
export function plainRelationshipsOf(kind: RecordKind, record: AnyRecord): PlainRelationship[] {
  const { plain, references } = recordKinds[kind];
  if (plain.length === 0) return [];
  const fields = fieldsOf(record);
  const key = identityOf(kind, record);
  const named = (field: string): RecordRef[] =>
    field === "self"
      ? [{ kind, key }]
      : references
          .filter((reference) => reference.field === field)
          .flatMap((reference) => referencedKeys(record, reference).map((to) => ({ kind: reference.to, key: to })));
  return plain.flatMap(({ type, from, to, properties: names }) => {
    const properties: Record<string, unknown> & { record: string } = { record: key };
    for (const name of [...names, ...ofEveryFact]) properties[name] = fields[name] ?? undefined;
    const typeName = typeof type === "string" ? type : String(fields[type.field]);
    return named(from).flatMap((start) =>
      named(to).map((end) => ({ type: typeName, from: start, to: end, properties })),
    );
  });
}

/**
 * Removes plain relationships of removed records and of earlier versions of updated ones, in the transaction of the
 * change. Call it before the nodes are removed: both ends are found by their records.
 */
export async function removePlainRelationships(
  tx: Transaction,
  ecosystem: string,
  changes: readonly Changed[],
): Promise<void> {
  const gone = changes.flatMap(({ kind, before, after }) => onlyOf(kind, before, after));
  const rows = gone.map(({ type, from, to, properties }) => ({ type, from, to, record: properties.record }));
  await inBatches(rows, (some) => tx.run(remove, { rows: some, ecosystem }));
}

/** Plain relationships of created records and of new versions of updated ones. */
export const addedPlainRelationships = (changes: readonly Changed[]): PlainRelationship[] =>
  changes.flatMap(({ kind, before, after }) => onlyOf(kind, after, before));

/**
 * Element ids of the records at which plain relationships start and end.
 * @param isKnown the caller has the element id of this record already
 */
export async function findEnds(
  tx: Transaction,
  ecosystem: string,
  relationships: readonly PlainRelationship[],
  isKnown: (kind: RecordKind, key: string) => boolean = () => false,
): Promise<NodeIds> {
  const unknown = new Map<string, RecordRef>();
  for (const { from, to } of relationships)
    for (const end of [from, to]) if (!isKnown(end.kind, end.key)) unknown.set(recordId(end.kind, end.key), end);
  const found = new Map<string, string>();
  await inBatches([...unknown.values()], async (some) => {
    for (const { kind, key, id } of await findRecords(tx, ecosystem, some)) found.set(`${kind} ${key}`, id);
  });
  return (kind, key) => found.get(recordId(kind, key));
}

/**
 * Creates plain relationships, in the transaction of the change. Call it when all its records are stored: relationships
 * may start and end at any of them.
 */
export async function createPlainRelationships(
  tx: Transaction,
  relationships: readonly PlainRelationship[],
  idOf: NodeIds,
): Promise<void> {
  const nodeOf = ({ kind, key }: RecordRef) => idOf(kind, key);
  await inBatches(relationships, (some) =>
    tx.run(create, {
      rows: some.map(({ type, from, to, properties }) => ({ type, from: nodeOf(from), to: nodeOf(to), properties })),
    }),
  );
}

/** Plain relationships of one version of a record that the other version does not have. */
function onlyOf(kind: RecordKind, version: AnyRecord | null, other: AnyRecord | null): PlainRelationship[] {
  if (!version || recordKinds[kind].plain.length === 0) return [];
  const own = plainRelationshipsOf(kind, version);
  if (!other) return own;
  const textOf = (relationship: PlainRelationship) => JSON.stringify(relationship);
  const others = new Set(plainRelationshipsOf(kind, other).map(textOf));
  return own.filter((relationship) => !others.has(textOf(relationship)));
}
