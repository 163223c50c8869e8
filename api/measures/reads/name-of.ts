import type { RecordKind, RecordRef, RecordsByKind } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";

/** A record by its kind and identity. */
export const nameOf = <K extends RecordKind>(kind: K, record: RecordsByKind[K]): RecordRef => ({
  kind,
  key: identityOf(kind, record),
});
