import { type AnyRecord, fieldsOf, type RecordKind } from "./document.ts";
import type { Fields } from "./field.ts";
import type { RecordDescription } from "./record-description.ts";
import { kinds } from "./records/kinds.ts";

/** A field that names other records: what kind they are, and the relationship that the graph draws for it. */
interface Reference {
  field: string;
  to: RecordKind;
  relationship: string;
  /** "requires[].capability": the field holds objects, and the key stands in this field of each. */
  within?: string;
}

interface RecordKindRow extends RecordDescription {
  references: readonly Reference[];
}

const referencesOf = (fields: Fields<RecordKind>): Reference[] =>
  Object.entries(fields).flatMap(([field, { reference, parts = {} }]) => [
    ...(reference ? [{ field, ...reference }] : []),
    // What an entry of a list refers to is checked with the list's own field.
    ...referencesOf(parts as Fields<RecordKind>).map(({ field: within, ...entry }) => ({ ...entry, field, within })),
  ]);

const rowOf = (description: RecordDescription<Fields<RecordKind>>): RecordKindRow => ({
  ...description,
  references: referencesOf(description.fields),
});

/** Every kind of record, in the order in which a document lists them. Source: docs/model.md, section 1. */
export const recordKinds = Object.fromEntries(
  Object.entries(kinds).map(([kind, description]) => [kind, rowOf(description)]),
) as { readonly [K in RecordKind]: RecordKindRow };

export const recordKindNames = Object.keys(recordKinds) as RecordKind[];

export const isRecordKind = (name: string): name is RecordKind => Object.hasOwn(recordKinds, name);

/** Whether records of this kind have a key of their own, by which others refer to them. */
export const isKeyed = (kind: RecordKind): boolean => recordKinds[kind].identity.join() === "key";

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
 * What tells a record from every other of its kind in one ecosystem: its key, or its identifying fields joined by "|"
 * with "" for an absent one (keys cannot hold "|"; a tag's free label comes last). Source: docs/model.md, section 1,
 * Identity.
 */
export function identityOf(kind: RecordKind, record: AnyRecord): string {
  const fields = fieldsOf(record);
  const names = recordKinds[kind].identity;
  // Written out rather than mapped and joined: every record of every import and of every reading passes here.
  let identity = `${fields[names[0]!] ?? ""}`;
  for (let at = 1; at < names.length; at++) identity += `|${fields[names[at]!] ?? ""}`;
  return identity;
}

/** The keys that one reference field of a record names, in order. */
export function referencedKeys(record: AnyRecord, reference: Reference): string[] {
  const value = fieldsOf(record)[reference.field];
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  return reference.within
    ? list.map((entry) => (entry as Record<string, string>)[reference.within!]!)
    : (list as string[]);
}
