import type { EcosystemDocument, FactBase, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { sureFrom } from "../time/confidence.ts";
import { isOwnDay, recordsOf } from "../time/in-force-rules.ts";
import { onlyLatest, type VersionedKind } from "../time/versions.ts";
import type { MapRecords } from "./map-edges.ts";

/**
 * Source records of a map: of all dates when asOf is null, else those in force on that day by their own dates (of
 * several versions the latest). Facts known to be below minConfidence are left out. Edges whose ends are not in force
 * are removed with the map's nodes; only claims by such actors are left out here.
 */
export function mapRecords(document: EcosystemDocument, asOf: string | null, minConfidence: number): MapRecords {
  const isSure = sureFrom(document.evidence, minConfidence);
  const isWhole = asOf === null && minConfidence === 0;
  const inForce = <K extends RecordKind>(kind: K): readonly RecordsByKind[K][] => {
    const records = recordsOf(document, kind);
    if (isWhole) return records;
    return records.filter((record) => isSure(record as FactBase) && (asOf === null || isOwnDay(kind, record, asOf)));
  };
  const latest = <K extends VersionedKind>(kind: K, records = inForce(kind)): readonly RecordsByKind[K][] =>
    asOf === null ? records : onlyLatest(kind, records);

  const actors = inForce("actors");
  const present = new Set(actors.map(({ key }) => key));
  return {
    actors,
    standards: inForce("standards"),
    activities: inForce("activities"),
    offerings: inForce("offerings"),
    claims: latest(
      "claims",
      inForce("claims").filter(({ by }) => by === undefined || present.has(by)),
    ),
    adoptions: latest("adoptions"),
    interfaces: inForce("interfaces"),
    relations: latest("relations"),
    initiatives: inForce("initiatives"),
    agreements: latest("agreements", byKey(inForce("agreements"))),
    installations: inForce("installations"),
    tags: document.tags ?? [],
    evidence: document.evidence ?? [],
  };
}

const byKey = <R extends { key: string }>(records: readonly R[]): R[] =>
  [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
