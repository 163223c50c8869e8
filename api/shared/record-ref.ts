import type { RecordKind, RecordRef, RecordsByKind } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";

/** A reference to a record by its kind and identity. */
export const refTo = (kind: RecordKind, key: string): RecordRef => ({ kind, key });

/** Reference to a record. */
export const refOf = <K extends RecordKind>(kind: K, record: RecordsByKind[K]): RecordRef => ({
  kind,
  key: identityOf(kind, record),
});

/** References to several records of one kind. */
export const refsOf = <K extends RecordKind>(kind: K, records: readonly RecordsByKind[K][] = []): RecordRef[] =>
  records.map((record) => refOf(kind, record));
