import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "./document.ts";
import type { Fields } from "./field.ts";
import type { RecordDescription } from "./record-description.ts";
import { kinds } from "./records/kinds.ts";

/** Reference field: the kind of the record that it names, and its relationship in the graph. */
interface Reference {
  field: string;
  to: RecordKind;
  relationship: string;
  /** "requires[].capability": the field contains objects, each with the key in this field. */
  within?: string;
}

interface RecordKindRow extends RecordDescription {
  references: readonly Reference[];
}

const referencesOf = (fields: Fields<RecordKind>): Reference[] =>
  Object.entries(fields).flatMap(([field, { reference, parts = {} }]) => [
    ...(reference ? [{ field, ...reference }] : []),
    // An entry of a list is checked with the list's own field.
    ...referencesOf(parts as Fields<RecordKind>).map(({ field: within, ...entry }) => ({ ...entry, field, within })),
  ]);

const rowOf = (description: RecordDescription<Fields<RecordKind>>): RecordKindRow => ({
  ...description,
  references: referencesOf(description.fields),
});

/** Every kind of record, in document order. Source: docs/model.md, section 1. */
export const recordKinds = Object.fromEntries(
  Object.entries(kinds).map(([kind, description]) => [kind, rowOf(description)]),
) as { readonly [K in RecordKind]: RecordKindRow };

export const recordKindNames = Object.keys(recordKinds) as RecordKind[];

export const isRecordKind = (name: string): name is RecordKind => Object.hasOwn(recordKinds, name);

const keyed: ReadonlySet<RecordKind> = new Set(
  recordKindNames.filter((kind) => recordKinds[kind].identity.join() === "key"),
);

/** Whether records of this kind have a key of their own, by which others refer to them. */
export const isKeyed = (kind: RecordKind): boolean => keyed.has(kind);

/** actorCapability for actorCapabilities: one record of the kind as a name in the API. */
export function nameOfOne(kind: RecordKind): string {
  // A place on the map is called by its collection, which has no plural.
  if (kind === "layout") return kind;
  const { label } = recordKinds[kind];
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** ACTOR_CAPABILITIES for actorCapabilities: how the API spells a kind of record. */
export const constantOf = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/**
 * Identity: distinguishes a record from all others of its kind in one ecosystem. Its key, or its identifying fields
 * joined by "|" with "" for an absent one (keys cannot contain "|"; a tag's free label is last). Source: docs/model.md,
 * section 1, Identity.
 */
export function identityOf(kind: RecordKind, record: AnyRecord): string {
  const fields = fieldsOf(record);
  const names = recordKinds[kind].identity;
  // A loop rather than map and join: this runs for every record of every import and every read.
  let identity = `${fields[names[0]!] ?? ""}`;
  for (let at = 1; at < names.length; at++) identity += `|${fields[names[at]!] ?? ""}`;
  return identity;
}

/** A record in one text: its kind and its identity, which is all after the first blank. */
export const recordId = (kind: RecordKind, identity: string): string => `${kind} ${identity}`;
export const kindOfId = (id: string): RecordKind => id.slice(0, id.indexOf(" ")) as RecordKind;

/** What a record has in common with others that differ from it by the day from which they hold only. */
export const undatedId = (kind: RecordKind, record: AnyRecord): string =>
  recordId(kind, identityOf(kind, recordOfFields({ ...fieldsOf(record), validFrom: undefined })));

/** Keys in one reference field of a record, in order. */
export function referencedKeys(record: AnyRecord, reference: Reference): string[] {
  const value = fieldsOf(record)[reference.field];
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  return reference.within
    ? list.map((entry) => (entry as Record<string, string>)[reference.within!]!)
    : (list as string[]);
}
