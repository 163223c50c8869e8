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
  RecordKind,
  RelationRecord,
  RelationType,
  StandardRecord,
  TagRecord,
} from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { newestEvidence } from "./newest-evidence.ts";
import { piecesOf, spanOfInitiative } from "./record-spans.ts";
import { endOf, intersect, isEver, spanOf, type Validity } from "./validity.ts";

export type MapEdgeKind =
  | "CLAIMS"
  | "ADOPTS"
  | "PROVIDES"
  | "PERFORMS"
  | "INTERFACES_WITH"
  | RelationType
  | "DEVELOPS_WITH"
  | "SHARES_DATA_WITH"
  | "USES_EQUIPMENT_OF";

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

type Id = (kind: RecordKind, key: string) => string;

export interface MapEdge extends Validity {
  id: string;
  source: string;
  target: string;
  kind: MapEdgeKind;
  label?: string;
  confidence?: number;
  /** Of a claim: who says so; absent for our own assessment. */
  byKey?: string;
  extent?: number;
  lead?: boolean;
  volume?: number;
  /** Gathered from records that are about something else, such as an initiative or machines. */
  inferred: boolean;
  evidenceNewest?: string;
  units?: UnitsFrom[];
}

/** So many units from this day on; without a day as long as anybody knows. */
export interface UnitsFrom {
  from?: string;
  units: number;
}

const percent = (part: number) => `${Math.round(part * 100)} %`;

/** Every edge of the map, in a fixed order; ends are Node ids, of which some may not be on the map. */
export function mapEdges(records: MapRecords, id: Id): MapEdge[] {
  const actor = (key: string) => id("actors", key);
  const newest = newestEvidence(records.evidence);
  const known = ({ confidence, evidence }: { confidence?: number; evidence?: string[] }) => ({
    confidence,
    evidenceNewest: newest(evidence),
  });
  const actors = new Map(records.actors.map((one) => [one.key, one]));
  return [
    ...records.claims.flatMap((claim, _, all) => {
      // What somebody says is said no longer than they are there.
      const speaker = spanOf((claim.by !== undefined && actors.get(claim.by)) || {});
      return inPieces(
        piecesOf("claims", claim, all).map((piece) => intersect(piece, speaker)),
        edge(
          "CLAIMS",
          id("claims", identityOf("claims", claim)),
          actor(claim.about),
          id("activities", claim.activity),
          {
            ...known(claim),
            label: `${percent(claim.extent)}${claim.lead && claim.extent > 0 ? ", leads" : ""}`,
            byKey: claim.by,
            extent: claim.extent,
            lead: claim.lead,
          },
        ),
      );
    }),
    ...records.adoptions.flatMap((adoption, _, all) =>
      inPieces(
        piecesOf("adoptions", adoption, all),
        edge(
          "ADOPTS",
          id("adoptions", identityOf("adoptions", adoption)),
          actor(adoption.actor),
          id("standards", adoption.standard),
          { ...known(adoption), label: percent(adoption.extent), extent: adoption.extent },
        ),
      ),
    ),
    ...records.offerings.flatMap((offering) => {
      const offeringId = id("offerings", offering.key);
      const facts = { ...spanOf(offering), ...known(offering) };
      return [
        edge("PROVIDES", `${offeringId}~provider`, actor(offering.provider), offeringId, facts),
        ...(offering.activities ?? []).map((activity) =>
          edge("PERFORMS", `${offeringId}~${activity}`, offeringId, id("activities", activity), facts),
        ),
      ];
    }),
    ...records.interfaces.map((record) =>
      edge("INTERFACES_WITH", id("interfaces", record.key), actor(record.a), actor(record.b), {
        ...spanOf(record),
        ...known(record),
        label: record.name,
      }),
    ),
    ...records.relations.flatMap((relation, _, all) =>
      inPieces(
        piecesOf("relations", relation, all),
        edge(
          relation.type,
          id("relations", identityOf("relations", relation)),
          actor(relation.from),
          actor(relation.to),
          {
            ...known(relation),
            label: relation.volume === undefined ? undefined : String(relation.volume),
            volume: relation.volume,
          },
        ),
      ),
    ),
    ...records.initiatives.flatMap((initiative) => developsWith(initiative, id, known(initiative))),
    ...records.agreements.flatMap((agreement, _, all) =>
      inPieces(
        piecesOf("agreements", agreement, all),
        edge(
          "SHARES_DATA_WITH",
          id("agreements", agreement.key),
          actor(agreement.customer),
          actor(agreement.provider),
          known(agreement),
        ),
      ),
    ),
    ...usesEquipmentOf(records.installations, id, newest),
  ];
}

/** Every edge has the same fields in the same order, so that the engine keeps one shape for the thousands of them. */
function edge(kind: MapEdgeKind, id: string, source: string, target: string, more: Partial<MapEdge>): MapEdge {
  return {
    id,
    source,
    target,
    kind,
    label: more.label,
    validFrom: more.validFrom,
    validTo: more.validTo,
    confidence: more.confidence,
    byKey: more.byKey,
    extent: more.extent,
    lead: more.lead,
    volume: more.volume,
    inferred: more.inferred ?? false,
    evidenceNewest: more.evidenceNewest,
    units: more.units,
  };
}

/** The edge once for each piece of its days; ids stay unique. */
function inPieces(pieces: readonly Validity[], whole: MapEdge): MapEdge[] {
  return pieces.filter(isEver).map((piece, at) => {
    const part = at === 0 ? whole : { ...whole, id: `${whole.id}~${at + 1}` };
    part.validFrom = piece.validFrom;
    part.validTo = piece.validTo;
    return part;
  });
}

// Everyone who takes part with everyone else, once for each pair.
function developsWith(initiative: InitiativeRecord, id: Id, known: Partial<MapEdge>): MapEdge[] {
  const span = spanOfInitiative(initiative);
  if (!isEver(span)) return [];
  const participants = [...initiative.participants].sort();
  return participants.flatMap((a, at) =>
    participants.slice(at + 1).map((b) =>
      edge("DEVELOPS_WITH", `${id("initiatives", initiative.key)}~${a}~${b}`, id("actors", a), id("actors", b), {
        ...span,
        ...known,
        label: initiative.name,
        inferred: true,
      }),
    ),
  );
}

// One edge from a customer to each maker of its equipment, however many machines stand behind it.
function usesEquipmentOf(
  installations: readonly InstallationRecord[],
  id: Id,
  newest: (keys: string[]) => string | undefined,
): MapEdge[] {
  const groups = new Map<string, InstallationRecord[]>();
  for (const installation of installations) {
    if (!installation.origin || installation.origin === installation.customer) continue;
    if (!isEver(spanOfInstallation(installation))) continue;
    const pair = `${installation.customer}~${installation.origin}`;
    const group = groups.get(pair);
    if (group) group.push(installation);
    else groups.set(pair, [installation]);
  }
  return [...groups].map(([pair, group]) => {
    const { customer, origin } = group[0]!;
    const units = group.reduce((sum, one) => sum + (one.units ?? 1), 0);
    const spans = group.map(spanOfInstallation);
    const begins = spans.map(({ validFrom }) => validFrom);
    const known = group.flatMap(({ confidence }) => confidence ?? []);
    return edge(
      "USES_EQUIPMENT_OF",
      `equipment~${id("actors", customer)}~${pair}`,
      id("actors", customer),
      id("actors", origin!),
      {
        validFrom: begins.includes(undefined) ? undefined : (begins as string[]).sort()[0],
        validTo: spans.reduce<string | undefined>((end, span) => endOf(end, span.validTo), ""),
        label: units === 1 ? "1 unit" : `${units} units`,
        confidence: known.length === group.length ? Math.min(...known) : undefined,
        evidenceNewest: newest(group.flatMap(({ evidence }) => evidence ?? [])),
        units: unitsOverTime(group),
        inferred: true,
      },
    );
  });
}

/** Machines are there from the year on in which they were installed. */
const spanOfInstallation = (one: InstallationRecord): Validity =>
  intersect(spanOf(one), { validFrom: one.installedYear === undefined ? undefined : `${one.installedYear}-01-01` });

/** How many units there are from each day on which that changes, earliest first; 0 in a gap and after the last. */
function unitsOverTime(installations: readonly InstallationRecord[]): UnitsFrom[] {
  const changes = new Map<string, number>();
  for (const one of installations) {
    const { validFrom = "", validTo } = spanOfInstallation(one);
    const units = one.units ?? 1;
    changes.set(validFrom, (changes.get(validFrom) ?? 0) + units);
    if (validTo !== undefined) changes.set(validTo, (changes.get(validTo) ?? 0) - units);
  }
  let units = 0;
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, change]) => change !== 0)
    .map(([day, change]) => {
      units += change;
      return day === "" ? { units } : { from: day, units };
    });
}
