import type {
  ActivityRecord,
  ActorRecord,
  AdoptionRecord,
  AgreementRecord,
  ClaimRecord,
  EvidenceRecord,
  InitiativeRecord,
  InstallationRecord,
  InterfaceRecord,
  OfferingRecord,
  RecordsByKind,
  RelationRecord,
  StandardRecord,
  TagRecord,
} from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { percent } from "../shared/format.ts";
import type { IdOf } from "../shared/node-id.ts";
import { confidenceFrom } from "../time/confidence.ts";
import { ownSpan } from "../time/in-force-rules.ts";
import { newestEvidence } from "../time/newest-evidence.ts";
import { intersect, isEmpty, type Span } from "../time/spans.ts";
import { ownSpansBeside, type VersionedKind } from "../time/versions.ts";
import { equipmentEdges } from "./equipment-edges.ts";
import type { AddEdge, MapEdge } from "./map-edge.ts";
import type { MapEdgeKind } from "./map-edge-kind.ts";
import { validFromOf, validToOf } from "./validity.ts";

/** Source records of a map. */
export interface MapRecords {
  actors: readonly ActorRecord[];
  standards: readonly StandardRecord[];
  activities: readonly ActivityRecord[];
  offerings: readonly OfferingRecord[];
  claims: readonly ClaimRecord[];
  adoptions: readonly AdoptionRecord[];
  interfaces: readonly InterfaceRecord[];
  relations: readonly RelationRecord[];
  initiatives: readonly InitiativeRecord[];
  agreements: readonly AgreementRecord[];
  installations: readonly InstallationRecord[];
  tags: readonly TagRecord[];
  evidence: readonly EvidenceRecord[];
}

const nothing = {};
/** Kinds that are inferred from records about something else. */
const inferred: ReadonlySet<MapEdgeKind> = new Set<MapEdgeKind>(["DEVELOPS_WITH", "USES_EQUIPMENT_OF"]);

/**
 * Edges of the map, in a fixed order; ends are Node ids, some of which may not be on the map. A large map has ten
 * thousand after every change, so few intermediate objects are created, and all edges have one shape: the same fields
 * in one order.
 */
export function mapEdges(records: MapRecords, id: IdOf): MapEdge[] {
  const edges: MapEdge[] = [];
  const newest = newestEvidence(records.evidence);
  const confidenceOf = confidenceFrom(records.evidence);
  const add: AddEdge = (kind, name, source, target, span, fact, more = nothing) => {
    edges.push({
      id: name,
      source,
      target,
      kind,
      label: more.label,
      validFrom: validFromOf(span),
      validTo: validToOf(span),
      confidence: confidenceOf(fact),
      byKey: more.byKey,
      extent: more.extent,
      lead: more.lead,
      volume: more.volume,
      inferred: inferred.has(kind),
      evidenceNewest: newest(fact.evidence),
      units: more.units,
    });
  };
  const actor = (key: string) => id("actors", key);
  const actors = new Map(records.actors.map((one) => [one.key, one]));

  const drawClaim: Draw<"claims"> = (claim, span, name) => {
    const { about, activity, by, extent, lead } = claim;
    const label = lead && extent > 0 ? `${percent(extent)}, leads` : percent(extent);
    add("CLAIMS", name, actor(about), id("activities", activity), span, claim, { label, byKey: by, extent, lead });
  };
  // A claim is valid only while its author is on the map.
  inPieces("claims", records.claims, id, drawClaim, ({ by }) => {
    const speaker = by === undefined ? undefined : actors.get(by);
    return speaker && ownSpan("actors", speaker);
  });
  inPieces("adoptions", records.adoptions, id, (adoption, span, name) => {
    const { extent } = adoption;
    const ends = [actor(adoption.actor), id("standards", adoption.standard)] as const;
    add("ADOPTS", name, ...ends, span, adoption, { label: percent(extent), extent });
  });
  for (const offering of records.offerings) {
    const offeringId = id("offerings", offering.key);
    const span = ownSpan("offerings", offering);
    add("PROVIDES", `${offeringId}~provider`, actor(offering.provider), offeringId, span, offering);
    for (const activity of offering.activities ?? [])
      add("PERFORMS", `${offeringId}~${activity}`, offeringId, id("activities", activity), span, offering);
  }
  for (const one of records.interfaces)
    add("INTERFACES_WITH", id("interfaces", one.key), actor(one.a), actor(one.b), ownSpan("interfaces", one), one, {
      label: one.name,
    });
  inPieces("relations", records.relations, id, (relation, span, name) => {
    const { type, volume } = relation;
    const label = volume === undefined ? undefined : String(volume);
    add(type, name, actor(relation.from), actor(relation.to), span, relation, { label, volume });
  });
  for (const initiative of records.initiatives) {
    const span = ownSpan("initiatives", initiative);
    if (isEmpty(span)) continue;
    // Every pair of participants once.
    const participants = [...initiative.participants].sort();
    participants.forEach((a, at) => {
      for (const b of participants.slice(at + 1)) {
        const name = `${id("initiatives", initiative.key)}~${a}~${b}`;
        add("DEVELOPS_WITH", name, actor(a), actor(b), span, initiative, { label: initiative.name });
      }
    });
  }
  inPieces("agreements", records.agreements, id, (agreement, span, name) =>
    add("SHARES_DATA_WITH", name, actor(agreement.customer), actor(agreement.provider), span, agreement),
  );
  equipmentEdges(records.installations, id, confidenceOf, add);
  return edges;
}

type Draw<K extends VersionedKind> = (record: RecordsByKind[K], span: Span, name: string) => void;

/** Draws each record once for each of its spans, within that of `during` where there is one; names are unique. */
function inPieces<K extends VersionedKind>(
  kind: K,
  records: readonly RecordsByKind[K][],
  id: IdOf,
  draw: Draw<K>,
  during?: (record: RecordsByKind[K]) => Span | undefined,
): void {
  const spansOf = ownSpansBeside(kind, records);
  for (const record of records) {
    const name = id(kind, identityOf(kind, record));
    const limit = during?.(record);
    let drawn = 0;
    for (const piece of spansOf(record)) {
      const span = limit ? intersect(piece, limit) : piece;
      if (isEmpty(span)) continue;
      drawn += 1;
      draw(record, span, drawn === 1 ? name : `${name}~${drawn}`);
    }
  }
}
