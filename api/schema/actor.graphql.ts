import { kinds } from "../../cypher/model/records/kinds.ts";
import type { LoneRecord, RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { ActorKindEnum } from "./enums.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { PageInfo } from "./page-info.graphql.ts";
import type { Connection } from "./paging.ts";
import { plainFields } from "./plain-fields.ts";

export const Actor = builder.objectRef<LoneRecord<"actors">>("Actor").implement({
  description: kinds.actors.description,
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => plainFields(t, "actors"),
});

const ActorEdge = builder.objectRef<Connection<RecordNode<"actors">>["edges"][number]>("ActorEdge").implement({
  description: "One row of a page of actors.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "To go on after this row." }),
    node: t.field({ type: Actor, description: "The actor.", resolve: ({ node }) => node }),
  }),
});

export const ActorConnection = builder.objectRef<Connection<RecordNode<"actors">>>("ActorConnection").implement({
  description: "A page of actors.",
  fields: (t) => ({
    edges: t.field({
      type: [ActorEdge],
      description: "The rows of this page.",
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ edges }) => edges,
    }),
    pageInfo: t.field({ type: PageInfo, description: "Where this page stands.", resolve: ({ pageInfo }) => pageInfo }),
    totalCount: t.exposeInt("totalCount", { description: "Rows on all pages." }),
  }),
});

export const ActorFilter = builder.inputType("ActorFilter", {
  description: "Actors to which all of this applies.",
  fields: (t) => ({
    kinds: t.field({ type: [ActorKindEnum], description: "Any of these kinds." }),
    text: t.string({ description: "Part of a name or an alias, in any case." }),
    labels: t.stringList({ description: "All of these labels." }),
    asOf: t.field({ type: "Date", description: "In force at this date." }),
  }),
});
