import type { ClaimRecord, FactBase, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { compareText } from "../shared/order.ts";
import { directedKey } from "./facts.ts";
import { ownSpan } from "./in-force-rules.ts";
import { type Span, startOf, subtract } from "./spans.ts";

// Versions of a fact differ only in when they begin; of several that count on a day the latest does (docs/model.md,
// section 1).

const names = {
  profiles: ({ actor }: RecordsByKind["profiles"]) => `${actor}|`,
  actorCapabilities: ({ actor, capability }: RecordsByKind["actorCapabilities"]) => `${actor}|${capability}|`,
  adoptions: ({ actor, standard }: RecordsByKind["adoptions"]) => `${actor}|${standard}|`,
  // By activity first, unlike its identity: the claims about an actor then come activity by activity.
  claims: ({ by, about, activity }: RecordsByKind["claims"]) => `${activity}|${about}|${by ?? ""}`,
  stances: ({ actor, topic }: RecordsByKind["stances"]) => `${actor}|${topic}|`,
  relations: ({ from, to, type }: RecordsByKind["relations"]) => `${from}|${to}|${type}|`,
  // Agreements have a key, and yet only one of a pair counts.
  agreements: ({ provider, customer }: RecordsByKind["agreements"]) => directedKey(provider, customer),
};

export type VersionedKind = keyof typeof names;

const nameOfKind: { readonly [K in VersionedKind]: (record: RecordsByKind[K]) => string } = names;
const nameOfAnyKind: { readonly [K in RecordKind]?: (record: RecordsByKind[K]) => string } = names;

export const isVersioned = (kind: RecordKind): kind is VersionedKind => Object.hasOwn(names, kind);

/** The name that all versions of a fact have in common; of a record without versions its identity. */
export function versionName<K extends RecordKind>(kind: K, record: RecordsByKind[K]): string {
  const nameOf = nameOfAnyKind[kind];
  return nameOf === undefined ? identityOf(kind, record) : nameOf(record);
}

/** Whether a version counts before another one: it begins later, or, where both have a key, has the later key. */
export function isLaterVersion(one: FactBase & { key?: string }, other: FactBase & { key?: string }): boolean {
  const [start, otherStart] = [startOf(one), startOf(other)];
  return start === otherStart ? (one.key ?? "") > (other.key ?? "") : start > otherStart;
}

/**
 * The latest version of each fact, by name. Records of a stored document come in the order of their names, so that
 * versions are mostly neighbours and nothing needs to be looked up.
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

/** The records that are the latest version of their fact, in the order in which they were given. */
export function onlyLatest<K extends VersionedKind>(kind: K, records: readonly RecordsByKind[K][]): RecordsByKind[K][] {
  const latest = new Set(latestVersions(kind, records));
  return records.filter((record) => latest.has(record));
}

/** Entries grouped by the name of the fact that they are versions of. */
export function versionsByName<K extends VersionedKind, Entry>(
  kind: K,
  entries: readonly Entry[],
  recordOf: (entry: Entry) => RecordsByKind[K],
): Map<string, Entry[]> {
  const versions = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = nameOfKind[kind](recordOf(entry));
    const group = versions.get(name);
    if (group) group.push(entry);
    else versions.set(name, [entry]);
  }
  return versions;
}

/** The days of one version that are left to it by the later ones: several spans when a later one ends before it does. */
export function spansBeside<V extends FactBase>(
  version: { value: V } & Span,
  versions: readonly ({ value: V } & Span)[],
): Span[] {
  const later = versions.filter(({ value }) => isLaterVersion(value, version.value));
  return subtract({ from: version.from, to: version.to }, later);
}

/**
 * The versions of an actor's claim about itself that begin before it, of a whole document: what it said earlier stays
 * said, whether it is in force or not and however sure. Indexed when it is first asked for, which few measures do.
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

/** For each record of a list, the days on which it counts by its own dates beside its later versions. */
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
