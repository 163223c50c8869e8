import type { ActorKind, Layer, MapEdgeKind, ThreatLevel } from "../../../web/graphql/schema-types.ts";
import type { MapEdge, MapNode, Position, ThreatRow } from "../../../web/map/model/facts.graphql.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import type { Selection } from "../../../web/map/model/selection.ts";

const nothing = { validFrom: null, validTo: null, confidence: null, evidenceNewest: null };
const noAttributes = {
  labels: null,
  country: null,
  employees: null,
  tags: null,
  owners: null,
  initiatives: null,
  layer: null,
  required: null,
  importance: null,
  serviceness: null,
  status: null,
  statusHistory: null,
};

export const actor = (id: string, kinds: ActorKind[] = ["OTHER"], more: Partial<MapNode> = {}): MapNode => ({
  id,
  key: id,
  kind: "ACTOR",
  actorKinds: kinds,
  label: `Name of ${id}`,
  ...nothing,
  ...noAttributes,
  ...more,
});
export const standard = (id: string, more: Partial<MapNode> = {}): MapNode => ({
  ...actor(id),
  kind: "STANDARD",
  actorKinds: null,
  ...more,
});
export const activity = (id: string, more: Partial<MapNode> = {}): MapNode => ({
  ...standard(id),
  kind: "ACTIVITY",
  ...more,
});

export const edge = (source: string, kind: MapEdgeKind, target: string, more: Partial<MapEdge> = {}): MapEdge => ({
  id: `${source} ${kind} ${target}`,
  source,
  target,
  kind,
  label: null,
  ...nothing,
  byKey: null,
  extent: null,
  lead: null,
  volume: null,
  inferred: false,
  units: null,
  ...more,
});

/** That an actor does these activities, in full. */
export const position = (id: string, activities: readonly string[], layer: Layer = "SERVICE"): Position => ({
  actor: { id, key: id, name: `Name of ${id}`, kinds: ["OTHER"] },
  servitization: null,
  breadth: null,
  perceptionGap: null,
  voice: "SELF_REPORTED",
  extents: activities.map((key) => ({
    activity: { id: key, key, name: key, layer },
    extent: 1,
    own: 1,
    others: null,
    lead: false,
    voice: "SELF_REPORTED" as const,
  })),
});

export const factsOf = (nodes: MapNode[], edges: MapEdge[], more: Partial<MapFacts> = {}): MapFacts => ({
  map: { nodes, edges },
  positions: [],
  boundaries: [],
  threats: [],
  focal: null,
  ...more,
});

export function pictureWith(nodes: MapNode[], edges: MapEdge[], more: Partial<MapFacts> = {}): Selection {
  return {
    facts: factsOf(nodes, edges, more),
    nodes: new Set(nodes.map(({ id }) => id)),
    edges: new Set(edges.map(({ id }) => id)),
  };
}

export const threat = (id: string, level: ThreatLevel): ThreatRow => ({
  rival: { id, key: id, name: `Name of ${id}`, kinds: ["OTHER"] },
  threat: 0.3,
  low: 0.2,
  high: 0.4,
  level,
  levelAtMost: level,
  type: "SIMILAR_MANUFACTURER",
  typeSource: "INFERRED",
  factors: [],
});
