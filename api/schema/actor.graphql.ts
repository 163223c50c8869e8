import { kinds } from "../../cypher/model/records/kinds.ts";
import { filterActors } from "../ecosystems/filter-actors.ts";
import type { LoneRecord } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { connectionType } from "./connection.graphql.ts";
import { pageCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ActorKindEnum } from "./enums.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { pageArgs, toConnection } from "./paging.ts";
import { plainFields } from "./plain-fields.ts";

export const Actor = builder.objectRef<LoneRecord<"actors">>("Actor").implement({
  description: kinds.actors.description,
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => plainFields(t, "actors"),
});

const ActorFilter = builder.inputType("ActorFilter", {
  description: "Actors that match all of these conditions.",
  fields: (t) => ({
    kinds: t.field({ type: [ActorKindEnum], description: "With any of these kinds." }),
    text: t.string({ description: "Part of the name or an alias, ignoring case." }),
    labels: t.stringList({ description: "With all of these labels." }),
    asOf: t.field({ type: "Date", description: "Valid on this date." }),
  }),
});

const ActorConnection = connectionType("Actor", "actors", Actor);

builder.objectFields(EcosystemType, (t) => ({
  focal: t.field({
    type: Actor,
    nullable: true,
    description: "The focal actor, from whose viewpoint threats are judged.",
    resolve: (ecosystem) => ecosystem.focalActor(),
  }),
  actor: t.field({
    type: Actor,
    nullable: true,
    description: "The actor with this key; null when there is none.",
    args: { key: t.arg.string({ required: true, description: "The key of the actor." }) },
    resolve: async (ecosystem, { key }) => (await ecosystem.load()).find("actors", key),
  }),
  actors: t.field({
    type: ActorConnection,
    description: "Actors by key, a page at a time (20 rows when first is absent).",
    args: { filter: t.arg({ type: ActorFilter, description: "Only actors that match." }), ...pageArgs },
    complexity: pageCost(1),
    resolve: async (ecosystem, args) =>
      toConnection(filterActors((await ecosystem.load()).all("actors"), args.filter ?? {}), args),
  }),
}));
