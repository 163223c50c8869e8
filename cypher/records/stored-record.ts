import type { AnyRecord, RecordKind, RecordsByKind } from "../model/document.ts";
import { valuesOf } from "../model/enum-table.ts";
import { actorKinds } from "../model/enums/actor-kind.ts";
import { packedFields } from "../model/record-fields.ts";
import { identityOf, recordKinds, referencedKeys } from "../model/record-kinds.ts";

/** Label for an actor's kind: StartUp for START_UP. */
const labelOf = (kind: string): string =>
  kind
    .toLowerCase()
    .split("_")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");

/** Labels by kind of record, and by kind of actor. */
export const kindLabels = Object.fromEntries(Object.entries(recordKinds).map(([kind, { label }]) => [kind, [label]]));
export const actorLabels = Object.fromEntries(valuesOf(actorKinds).map((kind) => [kind, labelOf(kind)]));

/** Labels of a record's node besides :Record. */
export function labelsOf(kind: RecordKind, record: AnyRecord): string[] {
  const kinds = kind === "actors" ? (record as RecordsByKind["actors"]).kinds : [];
  return [recordKinds[kind].label, ...kinds.map(labelOf)];
}

/**
 * A record as the properties of its node. What is null is not stored: unknown and absent are the same.
 * @param version the revision of the change that stores it
 */
export function toProperties(ecosystem: string, kind: RecordKind, record: AnyRecord, version: number): object {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => [field, packedFields[kind].has(field) ? JSON.stringify(value) : value]);
  return { ...Object.fromEntries(fields), ecosystem, recordKind: kind, identity: identityOf(kind, record), version };
}

export interface Link {
  fromKind: RecordKind;
  from: string;
  type: string;
  toKind: RecordKind;
  to: string;
}

/** Relationships that a record's references imply. */
export function linksOf(kind: RecordKind, record: AnyRecord): Link[] {
  const from = identityOf(kind, record);
  return recordKinds[kind].references.flatMap((reference) =>
    referencedKeys(record, reference).map((to) => ({
      fromKind: kind,
      from,
      type: reference.relationship,
      toKind: reference.to,
      to,
    })),
  );
}
