import type { AgreementRecord, InitiativeRecord, RecordsByKind } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { intersect, piecesInForce, spanOf, type Validity } from "./validity.ts";

export type Versioned =
  | "claims"
  | "adoptions"
  | "relations"
  | "profiles"
  | "actorCapabilities"
  | "stances"
  | "agreements";

/**
 * What versions of one fact have in common: their identity without validFrom, which stands last in it; of agreements
 * the pair. Of several in force the latest counts. Source: model.md section 1, Time.
 */
export function versionName<K extends Versioned>(kind: K, record: RecordsByKind[K]): string {
  if (kind === "agreements") {
    const { provider, customer } = record as AgreementRecord;
    return `${provider}>${customer}`;
  }
  const identity = identityOf(kind, record);
  return identity.slice(0, identity.lastIndexOf("|"));
}

// Grouped once for each list, so that asking for each record's versions stays linear: those of which there is one are left
// out.
const versions = new WeakMap<readonly object[], Map<object, Validity[]>>();
function versionsOf<K extends Versioned>(
  kind: K,
  record: RecordsByKind[K],
  all: readonly RecordsByKind[K][],
): readonly Validity[] | undefined {
  let groupOf = versions.get(all);
  if (!groupOf) {
    groupOf = new Map();
    const first = new Map<string, RecordsByKind[K]>();
    for (const one of all) {
      const name = versionName(kind, one);
      const earlier = first.get(name);
      if (earlier) {
        const group = groupOf.get(earlier) ?? [earlier];
        group.push(one);
        groupOf.set(earlier, group).set(one, group);
      } else first.set(name, one);
    }
    versions.set(all, groupOf);
  }
  return groupOf.get(record);
}

// Only agreements may begin on one day: of those the last key counts. A blank sorts before every digit, so that an
// absent day is the earliest.
const order = (one: Validity): string => `${one.validFrom ?? ""} ${(one as { key?: string }).key ?? ""}`;

/** The days on which a record counts beside all others of its kind: see piecesInForce. */
export function piecesOf<K extends Versioned>(
  kind: K,
  record: RecordsByKind[K],
  all: readonly RecordsByKind[K][],
): readonly Validity[] {
  const versions = versionsOf(kind, record, all);
  if (!versions) return [record];
  return piecesInForce(
    record,
    versions.filter((other) => order(other) > order(record)),
  );
}

/** While an initiative is both in force and under way. */
export const spanOfInitiative = (initiative: InitiativeRecord): Validity =>
  intersect(spanOf(initiative), { validFrom: initiative.startedOn, validTo: initiative.endedOn });
