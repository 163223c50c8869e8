import type { ClaimRecord, FactBase, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { groupBy } from "../shared/groups.ts";
import { compareText } from "../shared/order.ts";
import { directedKey } from "./facts.ts";
import { ownSpan } from "./in-force-rules.ts";
import { type Span, startOf, subtract } from "./spans.ts";

// Versions of a fact differ only in their start; of several in force on a day the latest applies (docs/model.md,
// section 1).

const names = {
  profiles: ({ actor }: RecordsByKind["profiles"]) => `${actor}|`,
  actorCapabilities: ({ actor, capability }: RecordsByKind["actorCapabilities"]) => `${actor}|${capability}|`,
  adoptions: ({ actor, standard }: RecordsByKind["adoptions"]) => `${actor}|${standard}|`,
  // By activity first, unlike its identity, so that the claims about an actor are sorted by activity.
  claims: ({ by, about, activity }: RecordsByKind["claims"]) => `${activity}|${about}|${by ?? ""}`,
  stances: ({ actor, topic }: RecordsByKind["stances"]) => `${actor}|${topic}|`,
  relations: ({ from, to, type }: RecordsByKind["relations"]) => `${from}|${to}|${type}|`,
  // Agreements have a key, but only one per pair of actors applies.
  agreements: ({ provider, customer }: RecordsByKind["agreements"]) => directedKey(provider, customer),
};

export type VersionedKind = keyof typeof names;

const nameOfKind: { readonly [K in VersionedKind]: (record: RecordsByKind[K]) => string } = names;
const nameOfAnyKind: { readonly [K in RecordKind]?: (record: RecordsByKind[K]) => string } = names;

export const isVersioned = (kind: RecordKind): kind is VersionedKind => Object.hasOwn(names, kind);

/** The name shared by all versions of a fact; for a record without versions its identity. */
export function versionName<K extends RecordKind>(kind: K, record: RecordsByKind[K]): string {
  const nameOf = nameOfAnyKind[kind];
  return nameOf === undefined ? identityOf(kind, record) : nameOf(record);
}

/** Whether a version takes precedence: it begins later or, where both have a key, has the greater key. */
export function isLaterVersion(one: FactBase & { key?: string }, other: FactBase & { key?: string }): boolean {
  const [start, otherStart] = [startOf(one), startOf(other)];
  return start === otherStart ? (one.key ?? "") > (other.key ?? "") : start > otherStart;
}

/**
 * Latest version of each fact, by name. Records of a stored document are sorted by name, so versions are mostly
 * adjacent and no look-up is needed.
 */
export function latestVersions<K extends VersionedKind>(
  kind: K,
  records: readonly RecordsByKind[K][],
): RecordsByKind[K][] {
  const nameOf = nameOfKind[kind];
  const kept: RecordsByKind[K][] = [];
  let last: string | undefined;
  for (const record of records) {
    const name = nameOf(record);
    if (last !== undefined && name < last) return latestOfUnordered(records, nameOf);
    if (name !== last) kept.push(record);
    else if (isLaterVersion(record, kept.at(-1)!)) kept[kept.length - 1] = record;
    last = name;
  }
  return kept;
}

function latestOfUnordered<R extends FactBase>(records: readonly R[], nameOf: (record: R) => string): R[] {
  const kept = new Map<string, R>();
  for (const record of records) {
    const name = nameOf(record);
    const other = kept.get(name);
    if (other === undefined || isLaterVersion(record, other)) kept.set(name, record);
  }
  return [...kept].sort(([a], [b]) => compareText(a, b)).map(([, record]) => record);
}

/** Records that are the latest version of their fact, in the order given. */
export function onlyLatest<K extends VersionedKind>(kind: K, records: readonly RecordsByKind[K][]): RecordsByKind[K][] {
  const latest = new Set(latestVersions(kind, records));
  return records.filter((record) => latest.has(record));
}

/** Entries grouped by the name of their fact. */
export function versionsByName<K extends VersionedKind, Entry>(
  kind: K,
  entries: readonly Entry[],
  recordOf: (entry: Entry) => RecordsByKind[K],
): Map<string, Entry[]> {
  return groupBy(entries, (entry) => nameOfKind[kind](recordOf(entry)));
}

/** Spans that later versions leave to a version: several when a later one ends before it does. */
export function spansBeside<V extends FactBase>(
  version: { value: V } & Span,
  versions: readonly ({ value: V } & Span)[],
): Span[] {
  const later = versions.filter(({ value }) => isLaterVersion(value, version.value));
  return subtract({ from: version.from, to: version.to }, later);
}

/**
 * Earlier versions of an actor's own claim, over a whole document, whether in force or not and of any confidence.
 * Indexed on first use, since few measures need it.
 */
export function earlierOwnClaims(claims: readonly ClaimRecord[] | undefined) {
  let own: Map<string, ClaimRecord[]> | undefined;
  return (claim: ClaimRecord): readonly ClaimRecord[] => {
    own ??= versionsByName(
      "claims",
      (claims ?? []).filter(({ by, about }) => by === about),
      (it) => it,
    );
    return (own.get(names.claims(claim)) ?? []).filter((other) => startOf(other) < startOf(claim));
  };
}

/** For each record of a list, the spans in which it is in force by its own dates beside its later versions. */
export function ownSpansBeside<K extends VersionedKind>(
  kind: K,
  records: readonly RecordsByKind[K][],
): (record: RecordsByKind[K]) => Span[] {
  const entries = records.map((value) => ({ value, ...ownSpan(kind, value) }));
  const groupOf = new Map<RecordsByKind[K], typeof entries>();
  for (const group of versionsByName(kind, entries, ({ value }) => value).values()) {
    if (group.length > 1) for (const { value } of group) groupOf.set(value, group);
  }
  return (record) => {
    const own = { value: record, ...ownSpan(kind, record) };
    return spansBeside(own, groupOf.get(record) ?? []);
  };
}
