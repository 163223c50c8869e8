import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { kinds } from "../../cypher/model/records/kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { kindValues } from "./enums.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { PageInfo } from "./page-info.graphql.ts";
import type { Connection } from "./paging.ts";
import { plainFields } from "./plain-fields.ts";

export const Activity = builder.objectRef<RecordNode<"activities">>("Activity").implement({
  description: kinds.activities.description,
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => plainFields(t, "activities"),
});

const { fields: claim } = kinds.claims;
export const Claim = builder.objectRef<RecordNode<"claims">>("Claim").implement({
  description: kinds.claims.description,
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    by: t.field({
      type: Actor,
      nullable: true,
      description: claim.by.help,
      resolve: ({ loaded, record }) => loaded.find("actors", record.by),
    }),
    about: t.field({
      type: Actor,
      description: claim.about.help,
      resolve: ({ loaded, record }) => loaded.get("actors", record.about),
    }),
    activity: t.field({
      type: Activity,
      description: claim.activity.help,
      resolve: ({ loaded, record }) => loaded.get("activities", record.activity),
    }),
    ...plainFields(t, "claims"),
  }),
});

const { fields: move } = kinds.moves;
export const Move = builder.objectRef<RecordNode<"moves">>("Move").implement({
  description: kinds.moves.description,
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: move.actor.help,
      resolve: ({ loaded, record }) => loaded.get("actors", record.actor),
    }),
    activities: t.field({
      type: [Activity],
      description: move.activities.help,
      resolve: ({ loaded, record }) => loaded.getAll("activities", record.activities),
    }),
    ...plainFields(t, "moves"),
  }),
});

export const RecordKindEnum = builder.enumType("RecordKind", {
  description: "The kinds of record that an ecosystem document holds.",
  values: kindValues(recordKindNames),
});

export const RecordType = builder.objectRef<RecordNode>("Record").implement({
  description: "Any record of the ecosystem document.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, description: "What kind of record.", resolve: ({ kind }) => kind }),
    key: t.exposeString("key", {
      description: 'Its key; of a kind without keys, its identifying fields joined by "|".',
    }),
    label: t.string({
      description: "What it is called on screen.",
      resolve: ({ loaded, kind, key }) => loaded.label(kind, key),
    }),
    data: t.field({ type: "JSON", description: "The record as the document has it.", resolve: ({ record }) => record }),
  }),
});

const RecordEdge = builder.objectRef<Connection<RecordNode>["edges"][number]>("RecordEdge").implement({
  description: "One row of a page of records.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "To go on after this row." }),
    node: t.field({ type: RecordType, description: "The record.", resolve: ({ node }) => node }),
  }),
});

export const RecordConnection = builder.objectRef<Connection<RecordNode>>("RecordConnection").implement({
  description: "A page of records.",
  fields: (t) => ({
    edges: t.field({
      type: [RecordEdge],
      description: "The rows of this page.",
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ edges }) => edges,
    }),
    pageInfo: t.field({ type: PageInfo, description: "Where this page stands.", resolve: ({ pageInfo }) => pageInfo }),
    totalCount: t.exposeInt("totalCount", { description: "Rows on all pages." }),
  }),
});
