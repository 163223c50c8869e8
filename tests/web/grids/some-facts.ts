import type { Fields } from "../../../web/changes/record-edits.ts";
import { identityOf } from "../../../web/changes/record-edits.ts";
import type { RecordKind } from "../../../web/graphql/schema-types.ts";
import { GridFacts, type GridRecord } from "../../../web/grids/model/grid-facts.ts";

export const day = "2026-06-01";

/** A stored record, valid unless told otherwise. */
export function record(kind: RecordKind, data: Fields, more: Partial<GridRecord> = {}): GridRecord {
  const key = identityOf(kind, data)!;
  const label = String(data.name ?? data.title ?? key);
  return { id: `id of ${key}`, kind, key, label, version: 3, validity: "VALID", data, ...more };
}

/** Two makers, a customer, two activities, a topic, and what is recorded of them. */
export const records: readonly GridRecord[] = [
  record("ACTORS", { key: "rotor", name: "Rotor AG", kinds: ["MANUFACTURER"], aliases: ["Rotor Works"] }),
  record("ACTORS", { key: "pumpco", name: "Pumpco, Inc.", kinds: ["MANUFACTURER"] }),
  record("ACTORS", { key: "mill", name: "Mill", kinds: ["CUSTOMER"] }),
  record("ACTORS", { key: "closed", name: "Closed", kinds: ["OTHER"] }, { validity: "ENDED" }),
  record("ACTIVITIES", { key: "watch", name: "Watch pumps" }),
  record("ACTIVITIES", { key: "mend", name: "Mend pumps" }),
  record("TOPICS", { key: "data", name: "Who owns data", low: "the mill", high: "the maker" }),
  record("CLAIMS", { about: "rotor", activity: "watch", extent: 0.6, lead: true, evidence: ["report"] }),
  record("CLAIMS", { by: "rotor", about: "rotor", activity: "watch", extent: 0.9 }),
  record("CLAIMS", { about: "pumpco", activity: "watch", extent: 0.2, validTo: "2026-01-01" }, { validity: "ENDED" }),
  record("STANCES", { actor: "mill", topic: "data", position: 2 }),
  record("RELATIONS", { from: "rotor", to: "mill", type: "SUPPLIES" }),
  record("RELATIONS", { from: "rotor", to: "pumpco", type: "PARTNERS_WITH" }),
  record("AGREEMENTS", { key: "a", provider: "rotor", customer: "mill", security: true, ownership: null }),
];

export function facts(more: readonly GridRecord[] = []): GridFacts {
  const byKind = new Map<RecordKind, GridRecord[]>();
  for (const one of [...records, ...more]) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  return new GridFacts(byKind, day);
}
