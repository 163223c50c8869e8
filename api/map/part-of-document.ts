import {
  type AnyRecord,
  type EcosystemDocument,
  type FactBase,
  type RecordKind,
  type RecordRef,
  type RecordsByKind,
  recordOfFields,
} from "../../cypher/model/document.ts";
import { pinnedRecords } from "../../cypher/model/enums/pinned-kind.ts";
import { identityOf, recordKindNames, recordKinds, referencedKeys } from "../../cypher/model/record-kinds.ts";
import { sureFrom } from "../time/confidence.ts";
import { isOwnDay, recordsOf } from "../time/in-force-rules.ts";
import { isVersioned, onlyLatest, type VersionedKind } from "../time/versions.ts";

/** How records of a kind are included in a part of a document. */
interface PartRule {
  /** Only when named itself; every other kind is included when everything that it requires is. */
  named?: true;
  /** Required references: without the record that they name, this one is left out. */
  needs?: readonly string[];
  /** Lists that are reduced to the included records, and the minimum length. */
  lists?: { readonly [field: string]: number };
  /** Optional references, dropped when the record that they name is not included. */
  drops?: readonly string[];
  /** References whose records are included along with this one. */
  brings?: readonly string[];
}

const rules: { readonly [K in RecordKind]: PartRule } = {
  evidence: { named: true },
  capabilities: { named: true },
  topics: { named: true },
  controlSystems: { named: true, drops: ["vendor"] },
  actors: { named: true },
  standards: { named: true, drops: ["body"] },
  activities: { named: true, brings: ["requires"] },
  // An offering requires its provider, which is included along with it.
  offerings: { named: true, brings: ["provider"], lists: { activities: 0 } },
  profiles: { needs: ["actor"] },
  actorCapabilities: { needs: ["actor"], brings: ["capability"] },
  adoptions: { needs: ["actor", "standard"] },
  // Without its author, a claim would become our own assessment.
  claims: { needs: ["by", "about", "activity"] },
  stances: { needs: ["actor"], brings: ["topic"] },
  interfaces: { needs: ["a", "b"], lists: { candidates: 0 } },
  installations: { needs: ["customer", "origin"], brings: ["controlSystem"] },
  agreements: { needs: ["provider", "customer"] },
  initiatives: { lists: { participants: 2, standards: 0 } },
  relations: { needs: ["from", "to"] },
  moves: { needs: ["actor"], lists: { activities: 0 } },
  responses: { needs: ["move", "actor"] },
  tags: { needs: ["actor", "focal"] },
  // A finding is of the whole ecosystem: in a part of it others would be found.
  reviews: { named: true },
  layout: {},
};

/**
 * Document of some records and all facts between them, at a date or of all dates. It is self-contained, so it can be
 * imported into an empty ecosystem. Evidence, capabilities, topics and control systems are included with the facts that
 * refer to them; lists are reduced to included records; pins of a named view are kept.
 */
export function partOfDocument(
  document: EcosystemDocument,
  named: readonly RecordRef[],
  asOf: string | null,
  minConfidence: number,
): EcosystemDocument {
  const kept = new Map<RecordKind, Map<string, AnyRecord>>(recordKindNames.map((kind) => [kind, new Map()]));
  const all = new Map(recordKindNames.map((kind) => [kind, inForce(document, kind, asOf, minConfidence)]));
  const has = (kind: RecordKind, key: string) => kept.get(kind)!.has(key);

  function keep(kind: RecordKind, record: AnyRecord): void {
    const identity = identityOf(kind, record);
    if (has(kind, identity)) return;
    kept.get(kind)!.set(identity, record);
    for (const reference of recordKinds[kind].references) {
      if (reference.field !== "evidence" && !rules[kind].brings?.includes(reference.field)) continue;
      for (const key of referencedKeys(record, reference)) {
        const brought = all.get(reference.to)!.get(key);
        if (brought) keep(reference.to, brought);
      }
    }
  }

  for (const { kind, key } of named) {
    const record = rules[kind].named && all.get(kind)!.get(key);
    if (record && broughtAreThere(kind, record, all)) keep(kind, record);
  }
  // A response comes after its move in this order; only layout depends on nothing that a rule names.
  for (const kind of recordKindNames) {
    if (rules[kind].named) continue;
    for (const record of all.get(kind)!.values()) {
      if (stands(kind, record, has) && broughtAreThere(kind, record, all)) keep(kind, record);
    }
  }
  const collections = recordKindNames.flatMap((kind) => {
    const records = [...kept.get(kind)!.values()].map((record) => within(kind, record, has));
    return records.length > 0 ? [[kind, inOrder(document, kind, records)]] : [];
  });
  const { focal, ...head } = document.ecosystem;
  const ecosystem = focal !== undefined && has("actors", focal) ? { ...head, focal } : head;
  return { format: "ecosystem/1", ecosystem, ...Object.fromEntries(collections) };
}

/** Records in force on the day, of several versions the latest; all of them without a day. By identity. */
function inForce(
  document: EcosystemDocument,
  kind: RecordKind,
  asOf: string | null,
  minConfidence: number,
): Map<string, AnyRecord> {
  const isSure = sureFrom(document.evidence, minConfidence);
  const records = recordsOf(document, kind).filter(
    (record) => isSure(record as FactBase) && (asOf === null || isOwnDay(kind, record, asOf)),
  );
  const counting =
    asOf !== null && isVersioned(kind)
      ? onlyLatest<VersionedKind>(kind, records as RecordsByKind[VersionedKind][])
      : records;
  return new Map(counting.map((record) => [identityOf(kind, record), record]));
}

/** Whether the records that it requires are included. */
function stands(kind: RecordKind, record: AnyRecord, has: (kind: RecordKind, key: string) => boolean): boolean {
  if (kind === "layout") {
    const pin = record as { kind: keyof typeof pinnedRecords; key: string };
    return has(pinnedRecords[pin.kind], pin.key);
  }
  return recordKinds[kind].references.every((reference) => {
    const keys = referencedKeys(record, reference);
    const there = keys.filter((key) => has(reference.to, key)).length;
    if (rules[kind].needs?.includes(reference.field)) return there === keys.length;
    return there >= (rules[kind].lists?.[reference.field] ?? 0);
  });
}

/** Whether the records to be included along with it are in force too; otherwise it is left out. */
function broughtAreThere(
  kind: RecordKind,
  record: AnyRecord,
  all: ReadonlyMap<RecordKind, ReadonlyMap<string, AnyRecord>>,
): boolean {
  return recordKinds[kind].references
    .filter(({ field }) => rules[kind].brings?.includes(field))
    .every((reference) => referencedKeys(record, reference).every((key) => all.get(reference.to)!.has(key)));
}

/** The record without references to records outside the part. */
function within(kind: RecordKind, record: AnyRecord, has: (kind: RecordKind, key: string) => boolean): AnyRecord {
  const { lists = {}, drops = [] } = rules[kind];
  const copy: Record<string, unknown> = { ...record };
  for (const { field, to } of recordKinds[kind].references) {
    const value = copy[field];
    if (field in lists && Array.isArray(value)) copy[field] = value.filter((key: string) => has(to, key));
    else if (drops.includes(field) && typeof value === "string" && !has(to, value)) delete copy[field];
  }
  return recordOfFields(copy);
}

function inOrder(document: EcosystemDocument, kind: RecordKind, records: AnyRecord[]): AnyRecord[] {
  const nameOf = (record: AnyRecord) => identityOf(kind, record);
  const places = new Map(((document[kind] ?? []) as AnyRecord[]).map((record, at) => [nameOf(record), at]));
  return records.sort((a, b) => places.get(nameOf(a))! - places.get(nameOf(b))!);
}
