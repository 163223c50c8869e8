import type {
  ActorKind,
  CompetitorType,
  InitiativeRecord,
  Layer,
  RecordKind,
  StandardStatus,
} from "../../cypher/model/document.ts";
import type { PinnedKind } from "../../cypher/model/enums/pinned-kind.ts";
import { addTo } from "../shared/groups.ts";
import type { IdOf } from "../shared/node-id.ts";
import { confidenceFrom } from "../time/confidence.ts";
import { ownSpan } from "../time/in-force-rules.ts";
import { newestEvidence } from "../time/newest-evidence.ts";
import { intersect, isEmpty } from "../time/spans.ts";
import { ownSpansBeside } from "../time/versions.ts";
import type { MapRecords } from "./map-edges.ts";
import { type Validity, validFromOf, validToOf } from "./validity.ts";

/** Kinds of node: those that can be pinned. */
export type MapNodeKind = PinnedKind;

/** Membership of a node in an initiative or under an owner, with its span. */
export interface MapTie extends Validity {
  key: string;
  name: string;
}
export interface MapTag {
  focal: string;
  type?: CompetitorType;
  label?: string;
}
export interface StatusEntry {
  status: StandardStatus;
  on: string;
}

/** Node with the attributes that it is filtered, grouped and drawn by; absent where unknown or not applicable. */
export interface MapNode {
  id: string;
  key: string;
  kind: MapNodeKind;
  actorKinds?: ActorKind[];
  label: string;
  validFrom?: string;
  validTo?: string;
  confidence?: number;
  labels?: string[];
  country?: string;
  employees?: number;
  layer?: Layer;
  required?: boolean;
  importance?: number;
  serviceness?: number;
  status?: StandardStatus;
  statusHistory?: StatusEntry[];
  tags?: MapTag[];
  initiatives?: MapTie[];
  owners?: MapTie[];
  evidenceNewest?: string;
}

type Common = { key: string; name: string; confidence?: number; evidence?: string[] } & Validity;

/** Nodes of the map, actors first; those of a kind in the document's order. */
export function mapNodes(records: MapRecords, id: IdOf): MapNode[] {
  const newest = newestEvidence(records.evidence);
  const confidenceOf = confidenceFrom(records.evidence);
  const initiatives = initiativesBy(records.initiatives, ({ participants }) => participants);
  const developed = initiativesBy(records.initiatives, ({ standards }) => standards ?? []);
  const owners = ownersOf(records);
  const tags = tagsOf(records);
  // One shape for all, the same fields in the same order: V8 is several times faster with thousands of those.
  const node = (kind: MapNodeKind, collection: RecordKind, record: Common, more: Partial<MapNode>): MapNode => ({
    id: id(collection, record.key),
    key: record.key,
    kind,
    label: record.name,
    validFrom: record.validFrom,
    validTo: record.validTo,
    confidence: confidenceOf(record),
    evidenceNewest: newest(record.evidence),
    actorKinds: more.actorKinds,
    labels: more.labels,
    country: more.country,
    employees: more.employees,
    tags: more.tags,
    initiatives: more.initiatives,
    owners: more.owners,
    status: more.status,
    statusHistory: more.statusHistory,
    layer: more.layer,
    required: more.required,
    importance: more.importance,
    serviceness: more.serviceness,
  });
  return [
    ...records.actors.map((actor) =>
      node("ACTOR", "actors", actor, {
        actorKinds: actor.kinds,
        labels: actor.labels,
        country: actor.country,
        employees: actor.employees,
        tags: tags.get(actor.key),
        initiatives: initiatives.get(actor.key),
        owners: owners.get(actor.key),
      }),
    ),
    // A standard is on the map from the first entry of its history on.
    ...records.standards.map((standard) =>
      node(
        "STANDARD",
        "standards",
        { ...standard, validFrom: validFromOf(ownSpan("standards", standard)) },
        {
          status: standard.status,
          statusHistory: standard.history,
          initiatives: developed.get(standard.key),
        },
      ),
    ),
    ...records.activities.map((activity) =>
      node("ACTIVITY", "activities", activity, {
        layer: activity.layer,
        required: activity.required ?? true,
        importance: activity.importance ?? 3,
        serviceness: activity.serviceness,
      }),
    ),
    ...records.offerings.map((offering) => node("OFFERING", "offerings", offering, {})),
  ];
}

function initiativesBy(
  initiatives: readonly InitiativeRecord[],
  membersOf: (initiative: InitiativeRecord) => readonly string[],
): Map<string, MapTie[]> {
  const ties = new Map<string, MapTie[]>();
  for (const initiative of initiatives) {
    const span = ownSpan("initiatives", initiative);
    if (isEmpty(span)) continue;
    const { key, name } = initiative;
    for (const member of membersOf(initiative)) {
      addTo(ties, member, { key, name, validFrom: validFromOf(span), validTo: validToOf(span) });
    }
  }
  return ties;
}

function ownersOf({ relations, actors }: MapRecords): Map<string, MapTie[]> {
  const owners = new Map<string, MapTie[]>();
  const byKey = new Map(actors.map((actor) => [actor.key, actor]));
  const holdings = relations.filter(({ type }) => type === "OWNS");
  const spansOf = ownSpansBeside("relations", holdings);
  for (const holding of holdings) {
    const owner = byKey.get(holding.from);
    if (!owner) continue;
    const { key, name } = owner;
    const during = ownSpan("actors", owner);
    for (const piece of spansOf(holding)) {
      const span = intersect(piece, during);
      if (isEmpty(span)) continue;
      addTo(owners, holding.to, { key, name, validFrom: validFromOf(span), validTo: validToOf(span) });
    }
  }
  return owners;
}

function tagsOf(records: MapRecords): Map<string, MapTag[]> {
  const tags = new Map<string, MapTag[]>();
  for (const { actor, focal, type, label } of records.tags) addTo(tags, actor, { focal, type, label });
  return tags;
}
