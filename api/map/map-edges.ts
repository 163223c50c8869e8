import type {
  ActivityRecord,
  ActorRecord,
  AdoptionRecord,
  AgreementRecord,
  ClaimRecord,
  InitiativeRecord,
  InstallationRecord,
  InterfaceRecord,
  OfferingRecord,
  RecordKind,
  RecordsByKind,
  RelationRecord,
  RelationType,
  StandardRecord,
} from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { endOf, intersect, spanOf, untilSuperseded, type Validity } from "./validity.ts";

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
}

type Id = (kind: RecordKind, key: string) => string;

export interface MapEdge extends Validity {
  id: string;
  source: string;
  target: string;
  kind: MapEdgeKind;
  label?: string;
  confidence?: number;
}

const percent = (part: number) => `${Math.round(part * 100)} %`;

/** Every edge of the map, in a fixed order; ends are Node ids, of which some may not be on the map. */
export function mapEdges(records: MapRecords, id: Id): MapEdge[] {
  const actor = (key: string) => id("actors", key);
  return [
    ...records.claims.map((claim, _, all) =>
      edge("CLAIMS", id("claims", identityOf("claims", claim)), actor(claim.about), id("activities", claim.activity), {
        ...untilSuperseded(claim, versionsOf("claims", all, claim)),
        label: `${percent(claim.extent)}${claim.lead && claim.extent > 0 ? ", leads" : ""}`,
        confidence: claim.confidence,
      }),
    ),
    ...records.adoptions.map((adoption, _, all) =>
      edge(
        "ADOPTS",
        id("adoptions", identityOf("adoptions", adoption)),
        actor(adoption.actor),
        id("standards", adoption.standard),
        {
          ...untilSuperseded(adoption, versionsOf("adoptions", all, adoption)),
          label: percent(adoption.extent),
          confidence: adoption.confidence,
        },
      ),
    ),
    ...records.offerings.flatMap((offering) => {
      const offeringId = id("offerings", offering.key);
      const facts = { ...spanOf(offering), confidence: offering.confidence };
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
        label: record.name,
        confidence: record.confidence,
      }),
    ),
    ...records.relations.map((relation, _, all) =>
      edge(
        relation.type,
        id("relations", identityOf("relations", relation)),
        actor(relation.from),
        actor(relation.to),
        {
          ...untilSuperseded(relation, versionsOf("relations", all, relation)),
          label: relation.volume === undefined ? undefined : String(relation.volume),
          confidence: relation.confidence,
        },
      ),
    ),
    ...records.initiatives.flatMap((initiative) => developsWith(initiative, id)),
    ...records.agreements.map((agreement) =>
      edge("SHARES_DATA_WITH", id("agreements", agreement.key), actor(agreement.customer), actor(agreement.provider), {
        ...spanOf(agreement),
        confidence: agreement.confidence,
      }),
    ),
    ...usesEquipmentOf(records.installations, id),
  ];
}

function edge(kind: MapEdgeKind, id: string, source: string, target: string, more: Partial<MapEdge>): MapEdge {
  return { ...more, id, kind, source, target };
}

type Versioned = "claims" | "adoptions" | "relations";

/** What versions of one fact have in common: they differ in validFrom only, which stands last in the identity. */
export function versionName<K extends Versioned>(kind: K, record: RecordsByKind[K]): string {
  const identity = identityOf(kind, record);
  return identity.slice(0, identity.lastIndexOf("|"));
}

// Grouped once for each list, so that asking for each record's versions stays linear.
const versions = new WeakMap<readonly object[], Map<string, object[]>>();
function versionsOf<K extends Versioned>(
  kind: K,
  all: readonly RecordsByKind[K][],
  record: RecordsByKind[K],
): RecordsByKind[K][] {
  let groups = versions.get(all);
  if (!groups) {
    groups = new Map();
    for (const one of all) {
      const name = versionName(kind, one);
      const group = groups.get(name);
      if (group) group.push(one);
      else groups.set(name, [one]);
    }
    versions.set(all, groups);
  }
  return groups.get(versionName(kind, record)) as RecordsByKind[K][];
}

// Everyone who takes part with everyone else, once for each pair.
function developsWith(initiative: InitiativeRecord, id: Id): MapEdge[] {
  const span = intersect(spanOf(initiative), { validFrom: initiative.startedOn, validTo: initiative.endedOn });
  const participants = [...initiative.participants].sort();
  return participants.flatMap((a, at) =>
    participants.slice(at + 1).map((b) =>
      edge("DEVELOPS_WITH", `${id("initiatives", initiative.key)}~${a}~${b}`, id("actors", a), id("actors", b), {
        ...span,
        label: initiative.name,
        confidence: initiative.confidence,
      }),
    ),
  );
}

// One edge from a customer to each maker of its equipment, however many machines stand behind it.
function usesEquipmentOf(installations: readonly InstallationRecord[], id: Id): MapEdge[] {
  const groups = new Map<string, InstallationRecord[]>();
  for (const installation of installations) {
    if (!installation.origin || installation.origin === installation.customer) continue;
    const pair = `${installation.customer}~${installation.origin}`;
    const group = groups.get(pair);
    if (group) group.push(installation);
    else groups.set(pair, [installation]);
  }
  return [...groups].map(([pair, group]) => {
    const { customer, origin } = group[0]!;
    const units = group.reduce((sum, { units }) => sum + (units ?? 1), 0);
    const spans = group.map((one) =>
      intersect(spanOf(one), { validFrom: one.installedYear === undefined ? undefined : `${one.installedYear}-01-01` }),
    );
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
      },
    );
  });
}
