import { builder } from "../graphql/builder.ts";
import { ActorKindEnum, MapEdgeKindEnum, MapNodeKindEnum } from "../graphql/enums.ts";
import type { EcosystemMap, MapNode } from "./ecosystem-map.ts";
import type { MapEdge } from "./map-edges.ts";

const MapNodeType = builder.objectRef<MapNode>("MapNode").implement({
  description: "id: the Node id of the record.",
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
  }),
});

const MapEdgeType = builder.objectRef<MapEdge>("MapEdge").implement({
  description: "A line between two nodes.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Unique on the map; of an edge that is one record, the record's Node id." }),
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
