import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { kindValues, LayerEnum, MoveTypeEnum } from "./enums.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { PageInfo } from "./page-info.graphql.ts";
import type { Connection } from "./paging.ts";

export const Activity = builder.objectRef<RecordNode<"activities">>("Activity").implement({
  description: "What somebody must do for the value proposition.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The document's key." }),
    name: t.string({ description: "The name.", resolve: ({ record }) => record.name }),
    description: t.string({ nullable: true, description: "In words.", resolve: ({ record }) => record.description }),
    layer: t.field({
      type: LayerEnum,
      nullable: true,
      description: "Where in the stack it stands.",
      resolve: ({ record }) => record.layer,
    }),
    required: t.boolean({
      description: "Whether the proposition fails without it.",
      resolve: ({ record }) => record.required ?? true,
    }),
    importance: t.int({ description: "1 to 5; 3 when not said.", resolve: ({ record }) => record.importance ?? 3 }),
    serviceness: t.float({
      nullable: true,
      description: "0 = making equipment, 1 = running the customer's process.",
      resolve: ({ record }) => record.serviceness,
    }),
  }),
});

export const Claim = builder.objectRef<RecordNode<"claims">>("Claim").implement({
  description: "by is null for our own assessment; lead is null when nothing is said of it.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    by: t.field({
      type: Actor,
      nullable: true,
      description: "Who says so; null for our own assessment.",
      resolve: ({ loaded, record }) => loaded.find("actors", record.by),
    }),
    about: t.field({
      type: Actor,
      description: "Whom it is about.",
      resolve: ({ loaded, record }) => loaded.get("actors", record.about),
    }),
    activity: t.field({
      type: Activity,
      description: "On which activity.",
      resolve: ({ loaded, record }) => loaded.get("activities", record.activity),
    }),
    extent: t.float({ description: "How far, 0 to 1.", resolve: ({ record }) => record.extent }),
    lead: t.boolean({
      nullable: true,
      description: "Whether it leads the activity; null when nothing is said of it.",
      resolve: ({ record }) => record.lead,
    }),
  }),
});

export const Move = builder.objectRef<RecordNode<"moves">>("Move").implement({
  description: "What an actor did in the market.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The document's key." }),
    actor: t.field({
      type: Actor,
      description: "Who moved.",
      resolve: ({ loaded, record }) => loaded.get("actors", record.actor),
    }),
    date: t.field({ type: "Date", description: "When.", resolve: ({ record }) => record.date }),
    type: t.field({ type: MoveTypeEnum, description: "What kind of move.", resolve: ({ record }) => record.type }),
    title: t.string({ description: "In a few words.", resolve: ({ record }) => record.title }),
    impact: t.int({ description: "1 to 5; 3 when not said.", resolve: ({ record }) => record.impact ?? 3 }),
    activities: t.field({
      type: [Activity],
      description: "The activities that it touches.",
      resolve: ({ loaded, record }) => loaded.getAll("activities", record.activities),
    }),
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
