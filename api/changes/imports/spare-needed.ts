import type { AnyRecord, EcosystemDocument, RecordKind } from "../../../cypher/model/document.ts";
import { pinnedRecords } from "../../../cypher/model/enums/pinned-kind.ts";
import { identityOf, kindOfId, recordId, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";

/** A pin goes with its record. */
export function dropPins({ layout = [] }: EcosystemDocument, dropped: Map<string, AnyRecord>): void {
  for (const pin of layout)
    if (dropped.has(recordId(pinnedRecords[pin.kind], pin.key)))
      dropped.set(recordId("layout", identityOf("layout", pin)), pin);
}

interface Sparing {
  /** Takes a record out of those to be dropped, with what it refers to in turn. */
  spare(id: string, why: string): void;
  /** Spares what a record that stays refers to. */
  spareNeeds(kind: RecordKind, record: AnyRecord, why: string): void;
}

/**
 * Referential integrity of what is to be dropped: what stays needs what it refers to.
 * @param dropped records by kind and identity, of which those that are spared are taken out
 */
export function sparing(
  dropped: Map<string, AnyRecord>,
  onSpared: (id: string, record: AnyRecord, why: string) => void,
): Sparing {
  const spare = (id: string, why: string): void => {
    const record = dropped.get(id);
    if (!record) return;
    dropped.delete(id);
    onSpared(id, record, why);
    spareNeeds(kindOfId(id), record, why);
  };
  const spareNeeds = (kind: RecordKind, record: AnyRecord, why: string): void => {
    for (const reference of recordKinds[kind].references)
      for (const key of referencedKeys(record, reference)) spare(recordId(reference.to, key), why);
  };
  return { spare, spareNeeds };
}
