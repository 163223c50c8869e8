import type { AnyRecord, RecordKind, RecordRef, RecordsByKind } from "../../cypher/model/document.ts";
import { pinnedRecords } from "../../cypher/model/enums/pinned-kind.ts";
import { recordKinds, referencedKeys } from "../../cypher/model/record-kinds.ts";
import type { IdOf } from "../shared/node-id.ts";
import { type EcosystemMap, ecosystemMap } from "./ecosystem-map.ts";
import type { MapRecords } from "./map-edges.ts";

const drawn: readonly string[] = Object.values(pinnedRecords);

/**
 * Subgraph of some records: their nodes, the ends of their edges, and nothing else. All participants of an initiative
 * would be too many: it connects only those that are included for another reason.
 * @param find the record of a kind and identity; unknown ones are left out
 */
export function subgraph(
  refs: readonly RecordRef[],
  find: (kind: RecordKind, key: string) => AnyRecord | undefined,
  id: IdOf,
): EcosystemMap {
  const found = new Map<RecordKind, Map<string, AnyRecord>>();
  const add = (kind: RecordKind, key: string): AnyRecord | undefined => {
    const record = find(kind, key);
    if (record) found.set(kind, (found.get(kind) ?? new Map()).set(key, record));
    return record;
  };
  for (const { kind, key } of refs) {
    const record = add(kind, key);
    if (!record || drawn.includes(kind) || kind === "initiatives") continue;
    for (const reference of recordKinds[kind].references) {
      if (drawn.includes(reference.to)) for (const end of referencedKeys(record, reference)) add(reference.to, end);
    }
  }
  const all = <K extends RecordKind>(kind: K) => [...(found.get(kind)?.values() ?? [])] as RecordsByKind[K][];
  const sources = new Set([...found.values()].flatMap((byKey) => [...byKey.values()]).flatMap(evidenceKeys));
  const records: MapRecords = {
    actors: all("actors"),
    standards: all("standards"),
    activities: all("activities"),
    offerings: all("offerings"),
    claims: all("claims"),
    adoptions: all("adoptions"),
    interfaces: all("interfaces"),
    relations: all("relations"),
    initiatives: all("initiatives"),
    agreements: all("agreements"),
    installations: all("installations"),
    tags: [],
    evidence: [...sources].flatMap((key) => (find("evidence", key) as RecordsByKind["evidence"] | undefined) ?? []),
  };
  return ecosystemMap(records, {}, id);
}

const evidenceKeys = (record: AnyRecord): string[] => (record as { evidence?: string[] }).evidence ?? [];
