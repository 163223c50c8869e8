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
import { percent } from "../measures/explain/words.ts";
import type { IdOf } from "../shared/node-id.ts";
import { equipmentEdges } from "./equipment-edges.ts";
import type { AddEdge, MapEdge, MapEdgeKind } from "./map-edge.ts";
import { newestEvidence } from "./newest-evidence.ts";
import { piecesOf, spanOfInitiative, type Versioned } from "./record-spans.ts";
import { intersect, isEver, type Validity } from "./validity.ts";

/** The records that a map is drawn from. */
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
/** Kinds that are gathered from records which are about something else. */
const inferred: ReadonlySet<MapEdgeKind> = new Set<MapEdgeKind>(["DEVELOPS_WITH", "USES_EQUIPMENT_OF"]);

/**
 * Every edge of the map, in a fixed order; ends are Node ids, of which some may not be on the map. After a change a
 * large map makes ten thousand anew, so little is made here beside them, and all have one shape: the same fields in the
 * same order.
 */
export function mapEdges(records: MapRecords, id: IdOf): MapEdge[] {
  const edges: MapEdge[] = [];
  const newest = newestEvidence(records.evidence);
  const add: AddEdge = (kind, name, source, target, { validFrom, validTo }, fact, more = nothing) => {
    edges.push({
      id: name,
      source,
      target,
      kind,
      label: more.label,
      validFrom,
      validTo,
      confidence: fact.confidence,
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
  // What somebody says is said no longer than they are there.
  inPieces("claims", records.claims, id, drawClaim, ({ by }) => (by === undefined ? undefined : actors.get(by)));
  inPieces("adoptions", records.adoptions, id, (adoption, span, name) => {
    const { extent } = adoption;
    const ends = [actor(adoption.actor), id("standards", adoption.standard)] as const;
    add("ADOPTS", name, ...ends, span, adoption, { label: percent(extent), extent });
  });
  for (const offering of records.offerings) {
    const offeringId = id("offerings", offering.key);
    add("PROVIDES", `${offeringId}~provider`, actor(offering.provider), offeringId, offering, offering);
    for (const activity of offering.activities ?? [])
      add("PERFORMS", `${offeringId}~${activity}`, offeringId, id("activities", activity), offering, offering);
  }
  for (const one of records.interfaces)
    add("INTERFACES_WITH", id("interfaces", one.key), actor(one.a), actor(one.b), one, one, { label: one.name });
  inPieces("relations", records.relations, id, (relation, span, name) => {
    const { type, volume } = relation;
    const label = volume === undefined ? undefined : String(volume);
    add(type, name, actor(relation.from), actor(relation.to), span, relation, { label, volume });
  });
  for (const initiative of records.initiatives) {
    const span = spanOfInitiative(initiative);
    if (!isEver(span)) continue;
    // Everyone who takes part with everyone else, once for each pair.
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
  equipmentEdges(records.installations, id, add);
  return edges;
}

type Draw<K extends Versioned> = (record: RecordsByKind[K], span: Validity, name: string) => void;

/** Draws each record once for each piece of its days, within those of `during` where there is one; names are unique. */
function inPieces<K extends Versioned>(
  kind: K,
  records: readonly RecordsByKind[K][],
  id: IdOf,
  draw: Draw<K>,
  during?: (record: RecordsByKind[K]) => Validity | undefined,
): void {
  for (const record of records) {
    const name = id(kind, identityOf(kind, record));
    const limit = during?.(record);
    let drawn = 0;
    for (const piece of piecesOf(kind, record, records)) {
      const span = limit ? intersect(piece, limit) : piece;
      if (!isEver(span)) continue;
      drawn += 1;
      draw(record, span, drawn === 1 ? name : `${name}~${drawn}`);
    }
  }
}
