import type { EcosystemMap } from "../map/ecosystem-map.ts";
import type { MapEdge, UnitsFrom } from "../map/map-edge.ts";
import type { MapNode, MapTag, MapTie, StatusEntry } from "../map/map-nodes.ts";
import { builder } from "./builder.ts";
import {
  ActorKindEnum,
  CompetitorTypeEnum,
  LayerEnum,
  MapEdgeKindEnum,
  MapNodeKindEnum,
  StandardStatusEnum,
} from "./enums.ts";

const MapTieType = builder.objectRef<MapTie>("MapTie").implement({
  description: "What a node belongs to, and while it does.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The document's key." }),
    name: t.exposeString("name", { description: "Its name." }),
    validFrom: t.expose("validFrom", { type: "Date", nullable: true, description: "In force from this day." }),
    validTo: t.expose("validTo", { type: "Date", nullable: true, description: "In force until before this day." }),
  }),
});

const MapTagType = builder.objectRef<MapTag>("MapTag").implement({
  description: "An analyst's word on a rival.",
  fields: (t) => ({
    focal: t.exposeString("focal", { description: "The key of the focal actor that it is seen from." }),
    type: t.expose("type", { type: CompetitorTypeEnum, nullable: true, description: "A type; null: it has a label." }),
    label: t.exposeString("label", { nullable: true, description: "A free label; null: it has a type." }),
  }),
});

const StatusEntryType = builder.objectRef<StatusEntry>("StandardStatusEntry").implement({
  description: "A status that a standard came to.",
  fields: (t) => ({
    status: t.expose("status", { type: StandardStatusEnum, description: "Which." }),
    on: t.expose("on", { type: "Date", description: "The day on which it began." }),
  }),
});

const MapUnitsType = builder.objectRef<UnitsFrom>("MapUnits").implement({
  description: "How many units of equipment, from a day on.",
  fields: (t) => ({
    from: t.expose("from", { type: "Date", nullable: true, description: "From this day; null: as far back as known." }),
    units: t.exposeFloat("units", { description: "So many." }),
  }),
});

const evidenceNewest = {
  type: "Date",
  nullable: true,
  description:
    "The latest day among its evidence: of each the day of publication or, where that is unknown, of retrieval. Null without one.",
} as const;

const MapNodeType = builder.objectRef<MapNode>("MapNode").implement({
  description:
    "A point of the map, with what it is filtered, grouped and drawn by; null is what its kind does not have or nobody said.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the record." }),
    key: t.exposeString("key", { description: "The document's key." }),
    kind: t.expose("kind", { type: MapNodeKindEnum, description: "What it stands for." }),
    actorKinds: t.expose("actorKinds", {
      type: [ActorKindEnum],
      nullable: true,
      description: "Of an actor: its kinds, the primary one first.",
    }),
    label: t.exposeString("label", { description: "Its name." }),
    validFrom: t.expose("validFrom", { type: "Date", nullable: true, description: "In force from this day." }),
    validTo: t.expose("validTo", { type: "Date", nullable: true, description: "In force until before this day." }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description: "How sure we are, 0 to 1; null: not said.",
    }),
    labels: t.exposeStringList("labels", { nullable: true, description: "Of an actor: free words." }),
    country: t.exposeString("country", { nullable: true, description: "Of an actor: ISO 3166-1 alpha-2." }),
    employees: t.exposeInt("employees", { nullable: true, description: "Of an actor: how many people." }),
    tags: t.expose("tags", { type: [MapTagType], nullable: true, description: "Of an actor: what analysts call it." }),
    owners: t.expose("owners", {
      type: [MapTieType],
      nullable: true,
      description: "Of an actor: who owns it, and when.",
    }),
    initiatives: t.expose("initiatives", {
      type: [MapTieType],
      nullable: true,
      description: "Of an actor: what it takes part in. Of a standard: what develops it. Each while it is under way.",
    }),
    layer: t.expose("layer", { type: LayerEnum, nullable: true, description: "Of an activity: where in the stack." }),
    required: t.exposeBoolean("required", {
      nullable: true,
      description: "Of an activity: whether the proposition fails without it.",
    }),
    importance: t.exposeInt("importance", { nullable: true, description: "Of an activity: 1 to 5; 3 when not said." }),
    serviceness: t.exposeFloat("serviceness", {
      nullable: true,
      description: "Of an activity: 0 = making equipment, 1 = running the customer's process; null: not said.",
    }),
    status: t.expose("status", { type: StandardStatusEnum, nullable: true, description: "Of a standard: as of now." }),
    statusHistory: t.expose("statusHistory", {
      type: [StatusEntryType],
      nullable: true,
      description: "Of a standard: each status with its first day; at a date the latest begun counts, else `status`.",
    }),
    evidenceNewest: t.expose("evidenceNewest", evidenceNewest),
  }),
});

const MapEdgeType = builder.objectRef<MapEdge>("MapEdge").implement({
  description: "A line between two nodes.",
  fields: (t) => ({
    id: t.exposeID("id", {
      description:
        "Unique on the map; of an edge that is one record, the record's Node id, with ~2 and so on where it comes into force again.",
    }),
    source: t.exposeID("source", { description: "The node that it leaves." }),
    target: t.exposeID("target", { description: "The node that it reaches." }),
    kind: t.expose("kind", { type: MapEdgeKindEnum, description: "What it stands for." }),
    label: t.exposeString("label", { nullable: true, description: "A short text about it." }),
    validFrom: t.expose("validFrom", { type: "Date", nullable: true, description: "In force from this day." }),
    validTo: t.expose("validTo", {
      type: "Date",
      nullable: true,
      description: "In force until before this day: its own end, or where a later version of it begins.",
    }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description: "How sure we are, 0 to 1; null: not said.",
    }),
    byKey: t.exposeString("byKey", {
      nullable: true,
      description:
        "Of a claim: the key of the actor who says so; null: our own assessment. One-sided is what only its own actor, or only others, say.",
    }),
    extent: t.exposeFloat("extent", { nullable: true, description: "Of a claim or an adoption: how far, 0 to 1." }),
    lead: t.exposeBoolean("lead", { nullable: true, description: "Of a claim: whether it leads; null: not said." }),
    volume: t.exposeFloat("volume", { nullable: true, description: "Of SUPPLIES: how much; null: not said." }),
    units: t.expose("units", {
      type: [MapUnitsType],
      nullable: true,
      description:
        "Of USES_EQUIPMENT_OF: how many units there are from each day on which that changes, earliest first.",
    }),
    inferred: t.exposeBoolean("inferred", {
      description: "Gathered from records that are about something else: initiatives, equipment.",
    }),
    evidenceNewest: t.expose("evidenceNewest", evidenceNewest),
  }),
});

export const EcosystemMapType = builder.objectRef<EcosystemMap>("EcosystemMap").implement({
  description: "Nodes and edges for drawing.",
  fields: (t) => ({
    nodes: t.expose("nodes", { type: [MapNodeType], description: "What is drawn as a point." }),
    edges: t.expose("edges", { type: [MapEdgeType], description: "What is drawn as a line." }),
    truncated: t.exposeBoolean("truncated", { description: "There is more than the limit let through." }),
  }),
});

export const MapFilterInput = builder.inputType("MapFilter", {
  description: "around: a node's id, with depth steps about it.",
  fields: (t) => ({
    kinds: t.field({ type: [MapNodeKindEnum], description: "Only nodes of these kinds." }),
    actorKinds: t.field({ type: [ActorKindEnum], description: "Of actors, only those with any of these kinds." }),
    edgeKinds: t.field({ type: [MapEdgeKindEnum], description: "Only edges of these kinds." }),
    around: t.id({ description: "A node's id: only what is near it." }),
    depth: t.int({ description: "How many steps about it, 0 to 10; 1 when absent." }),
    limit: t.int({ description: "At most so many nodes, those with the most edges first; 1 to 20,000." }),
  }),
});
