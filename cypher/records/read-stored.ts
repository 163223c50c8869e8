import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { AnyRecord, RecordKind, RecordRef } from "../model/document.ts";
import { pinnedRecords } from "../model/enums/pinned-kind.ts";
import { recordFields } from "../model/record-fields.ts";
import { recordKindNames, recordKinds } from "../model/record-kinds.ts";
import { type Cells, recordReader } from "./read-rows.ts";

/** A record with the revision of its last change. */
export interface StoredRecord extends RecordRef {
  record: AnyRecord;
  version: number;
}

/** A record that refers to another one, or gives it a place on the map. */
export interface ReferringRecord extends StoredRecord {
  toKind: RecordKind;
  to: string;
}

type Fields = Readonly<Record<string, readonly string[]>>;
type Row = { kind: RecordKind; key: string; version: number; cells: Cells };
type Asked = { ecosystem: string; rows: object[]; fields: Fields };

const rowShape = z.object({
  kind: z.enum(recordKindNames),
  key: z.string(),
  version: z.number(),
  cells: z.custom<Cells>(Array.isArray),
});
const referringShape = rowShape.extend({ toKind: z.enum(recordKindNames), to: z.string() });
const stored = defineQuery<Asked, Row>(
  import.meta.url,
  "read-stored.cypher",
  ["ecosystem", "rows", "fields"],
  rowShape,
);
const referring = defineQuery<Asked & { types: readonly string[] }, z.infer<typeof referringShape>>(
  import.meta.url,
  "read-referring.cypher",
  ["ecosystem", "rows", "fields", "types"],
  referringShape,
);
const pins = defineQuery<Asked, z.infer<typeof referringShape>>(
  import.meta.url,
  "read-pins.cypher",
  ["ecosystem", "rows", "fields"],
  referringShape,
);

/** Relationships that stand for references of records, and no others that the graph may have beside them. */
const types = [
  ...new Set(recordKindNames.flatMap((kind) => recordKinds[kind].references.map((it) => it.relationship))),
];
/** Kinds whose records may refer to one of a kind. */
const referringKinds = new Map(
  recordKindNames.map((to) => [
    to,
    recordKindNames.filter((kind) => recordKinds[kind].references.some((reference) => reference.to === to)),
  ]),
);
/** Fields of the kinds that a query may find, and of no others: those of all kinds take longer to send than to read. */
const fieldsOfKinds = (kinds: Iterable<RecordKind>): Fields =>
  Object.fromEntries([...new Set(kinds)].map((kind) => [kind, recordFields[kind]]));
const pinnedNames = new Map<string, string>(Object.entries(pinnedRecords).map(([name, kind]) => [kind, name]));

const recordOfRow = <R extends Row>({ cells, ...row }: R): Omit<R, "cells"> & { record: AnyRecord } => ({
  ...row,
  record: recordReader(row.kind)(cells),
});

/** Of the records named, those that are stored. */
export const readStored = async (
  tx: Transaction,
  ecosystem: string,
  named: readonly RecordRef[],
): Promise<StoredRecord[]> => {
  if (named.length === 0) return [];
  const fields = fieldsOfKinds(named.map(({ kind }) => kind));
  return (await tx.run(stored, { ecosystem, rows: [...named], fields })).map(recordOfRow);
};

/** Every record that refers to one of those named, and every place on the map that is given to one. */
export async function readReferring(
  tx: Transaction,
  ecosystem: string,
  named: readonly RecordRef[],
): Promise<ReferringRecord[]> {
  if (named.length === 0) return [];
  const pinned = named.flatMap(({ kind, key }) => {
    const name = pinnedNames.get(kind);
    return name === undefined ? [] : [{ kind, key, pinned: name }];
  });
  const fields = fieldsOfKinds(named.flatMap(({ kind }) => referringKinds.get(kind)!));
  const [records, places] = await Promise.all([
    tx.run(referring, { ecosystem, rows: [...named], fields, types }),
    pinned.length === 0 ? [] : tx.run(pins, { ecosystem, rows: pinned, fields: fieldsOfKinds(["layout"]) }),
  ]);
  return [...records, ...places].map(recordOfRow);
}
