import type { EcosystemMap } from "../map/ecosystem-map.ts";
import type { MapEdge, UnitsFrom } from "../map/map-edge.ts";
import type { MapNode, MapTag, MapTie, StatusEntry } from "../map/map-nodes.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import {
  ActorKindEnum,
  CompetitorTypeEnum,
  LayerEnum,
  MapEdgeKindEnum,
  MapNodeKindEnum,
  StandardStatusEnum,
} from "./enums.ts";
import { mapOf } from "./map-of.ts";
import { anyMomentArgs } from "./moment.ts";

const MapTieType = builder.objectRef<MapTie>("MapTie").implement({
  description: "What a node belongs to, and since when and until when.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key, as in the document." }),
    name: t.exposeString("name", { description: "The name." }),
    validFrom: t.expose("validFrom", {
      type: "Date",
      nullable: true,
      description: "The first day on which it is valid; null: unknown.",
    }),
    validTo: t.expose("validTo", {
      type: "Date",
      nullable: true,
      description: "The first day on which it is no longer valid; null: none is known.",
    }),
  }),
});

const MapTagType = builder.objectRef<MapTag>("MapTag").implement({
  description: "An analyst's tag on a rival.",
  fields: (t) => ({
    focal: t.exposeString("focal", { description: "The key of the focal actor from whose viewpoint it is tagged." }),
    type: t.expose("type", {
      type: CompetitorTypeEnum,
      nullable: true,
      description: "The competitor type; null: the tag has a label.",
    }),
    label: t.exposeString("label", { nullable: true, description: "The free label; null: the tag has a type." }),
  }),
});

const StatusEntryType = builder.objectRef<StatusEntry>("StandardStatusEntry").implement({
  description: "A status in the history of a standard.",
  fields: (t) => ({
    status: t.expose("status", { type: StandardStatusEnum, description: "The status." }),
    on: t.expose("on", { type: "Date", description: "The day from which it applies." }),
  }),
});

const MapUnitsType = builder.objectRef<UnitsFrom>("MapUnits").implement({
  description: "The number of units of equipment from a day on.",
  fields: (t) => ({
    from: t.expose("from", {
      type: "Date",
      nullable: true,
      description: "The first day; null: as far back as is known.",
    }),
    units: t.exposeFloat("units", { description: "The number of units." }),
  }),
});

const evidenceNewest = {
  type: "Date",
  nullable: true,
  description:
    "The latest day of its evidence: the day of publication or, where that is unknown, of retrieval. Null: no evidence has a day.",
} as const;

const MapNodeType = builder.objectRef<MapNode>("MapNode").implement({
  description:
    "A node of the map, with what it is filtered, grouped and drawn by. Null: does not apply to its kind, or unknown.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the record." }),
    key: t.exposeString("key", { description: "The key, as in the document." }),
    kind: t.expose("kind", { type: MapNodeKindEnum, description: "What it represents." }),
    actorKinds: t.expose("actorKinds", {
      type: [ActorKindEnum],
      nullable: true,
      description: "Of an actor: its kinds, the primary one first.",
    }),
    label: t.exposeString("label", { description: "The name." }),
    validFrom: t.expose("validFrom", {
      type: "Date",
      nullable: true,
      description: "The first day on which it is valid; null: unknown.",
    }),
    validTo: t.expose("validTo", {
      type: "Date",
      nullable: true,
      description: "The first day on which it is no longer valid; null: none is known.",
    }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description: "Confidence, 0 to 1; null: unknown.",
    }),
    labels: t.exposeStringList("labels", { nullable: true, description: "Of an actor: free labels." }),
    country: t.exposeString("country", {
      nullable: true,
      description: "Of an actor: country code, ISO 3166-1 alpha-2.",
    }),
    employees: t.exposeInt("employees", { nullable: true, description: "Of an actor: number of employees." }),
    tags: t.expose("tags", { type: [MapTagType], nullable: true, description: "Of an actor: the tags of analysts." }),
    owners: t.expose("owners", {
      type: [MapTieType],
      nullable: true,
      description: "Of an actor: its owners.",
    }),
    initiatives: t.expose("initiatives", {
      type: [MapTieType],
      nullable: true,
      description: "Of an actor: the initiatives that it takes part in. Of a standard: those that develop it.",
    }),
    layer: t.expose("layer", {
      type: LayerEnum,
      nullable: true,
      description: "Of an activity: its layer of the stack.",
    }),
    required: t.exposeBoolean("required", {
      nullable: true,
      description: "Of an activity: whether the value proposition fails without it.",
    }),
    importance: t.exposeInt("importance", {
      nullable: true,
      description: "Of an activity: 1 to 5; 3 when the document does not say.",
    }),
    serviceness: t.exposeFloat("serviceness", {
      nullable: true,
      description: "Of an activity: 0: making equipment; 1: running the customer's process; null: unknown.",
    }),
    status: t.expose("status", {
      type: StandardStatusEnum,
      nullable: true,
      description: "Of a standard: its current status.",
    }),
    statusHistory: t.expose("statusHistory", {
      type: [StatusEntryType],
      nullable: true,
      description: "Of a standard: each status with its first day. On a date the latest one applies, else `status`.",
    }),
    evidenceNewest: t.expose("evidenceNewest", evidenceNewest),
  }),
});

const MapEdgeType = builder.objectRef<MapEdge>("MapEdge").implement({
  description: "An edge between two nodes of the map.",
  fields: (t) => ({
    id: t.exposeID("id", {
      description:
        "Unique on the map. Where the edge is one record: the record's Node id, with ~2 and so on for later periods of validity.",
    }),
    source: t.exposeID("source", { description: "The id of its source node." }),
    target: t.exposeID("target", { description: "The id of its target node." }),
    kind: t.expose("kind", { type: MapEdgeKindEnum, description: "What it represents." }),
    label: t.exposeString("label", { nullable: true, description: "A short text about it; null: none." }),
    validFrom: t.expose("validFrom", {
      type: "Date",
      nullable: true,
      description: "The first day on which it is valid; null: unknown.",
    }),
    validTo: t.expose("validTo", {
      type: "Date",
      nullable: true,
      description: "The first day on which it is no longer valid: its own end, or the beginning of a later version.",
    }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description: "Confidence, 0 to 1; null: unknown.",
    }),
    byKey: t.exposeString("byKey", {
      nullable: true,
      description: "Of a claim: the key of the speaker; null: our own assessment.",
    }),
    extent: t.exposeFloat("extent", { nullable: true, description: "Of a claim or an adoption: its extent, 0 to 1." }),
    lead: t.exposeBoolean("lead", {
      nullable: true,
      description: "Of a claim: whether the actor leads; null: the claim does not say.",
    }),
    volume: t.exposeFloat("volume", { nullable: true, description: "Of SUPPLIES: the volume; null: unknown." }),
    units: t.expose("units", {
      type: [MapUnitsType],
      nullable: true,
      description: "Of USES_EQUIPMENT_OF: the number of units from each day on which it changes, earliest first.",
    }),
    inferred: t.exposeBoolean("inferred", {
      description: "Whether it is inferred from records about something else: initiatives, equipment.",
    }),
    evidenceNewest: t.expose("evidenceNewest", evidenceNewest),
  }),
});

export const EcosystemMapType = builder.objectRef<EcosystemMap>("EcosystemMap").implement({
  description: "Nodes and edges to draw.",
  fields: (t) => ({
    nodes: t.expose("nodes", { type: [MapNodeType], description: "The nodes." }),
    edges: t.expose("edges", { type: [MapEdgeType], description: "The edges." }),
    truncated: t.exposeBoolean("truncated", { description: "Whether the limit has left nodes out." }),
  }),
});

export const MapFilterInput = builder.inputType("MapFilter", {
  description: "Which part of the map.",
  fields: (t) => ({
    kinds: t.field({ type: [MapNodeKindEnum], description: "Only nodes of these kinds." }),
    actorKinds: t.field({ type: [ActorKindEnum], description: "Of actors, only those with any of these kinds." }),
    edgeKinds: t.field({ type: [MapEdgeKindEnum], description: "Only edges of these kinds." }),
    around: t.id({ description: "The id of a node: only its neighbourhood." }),
    depth: t.int({ description: "The number of steps around it, 0 to 10; 1 when absent." }),
    limit: t.int({ description: "The number of nodes at most, 1 to 20,000; those with the most edges are kept." }),
  }),
});

builder.objectField(EcosystemType, "map", (t) =>
  t.field({
    type: EcosystemMapType,
    description:
      "Nodes and edges to draw, in one answer. Without asOf those of all dates with their validity, so that a date slider needs no further request.",
    args: { ...anyMomentArgs, filter: t.arg({ type: MapFilterInput, description: "Only a part of the map." }) },
    complexity: measureCost,
    resolve: async (ecosystem, args) => mapOf(await ecosystem.load(), args),
  }),
);
