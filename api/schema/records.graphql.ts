import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { connectionType } from "./connection.graphql.ts";
import { pageCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { kindValues, LayerEnum, MoveTypeEnum } from "./enums.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { pageArgs, toConnection } from "./paging.ts";

export const Activity = builder.objectRef<RecordNode<"activities">>("Activity").implement({
  description: "What has to be done for the value proposition.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key, as in the document." }),
    name: t.string({ description: "The name.", resolve: ({ record }) => record.name }),
    description: t.string({
      nullable: true,
      description: "A description in words.",
      resolve: ({ record }) => record.description,
    }),
    layer: t.field({
      type: LayerEnum,
      description: "Its layer of the stack.",
      resolve: ({ record }) => record.layer,
    }),
    required: t.boolean({
      description: "Whether the value proposition fails without it.",
      resolve: ({ record }) => record.required ?? true,
    }),
    importance: t.int({
      description: "1 to 5; 3 when the document does not say.",
      resolve: ({ record }) => record.importance ?? 3,
    }),
    serviceness: t.float({
      nullable: true,
      description: "0: making equipment; 1: running the customer's process; null: unknown.",
      resolve: ({ record }) => record.serviceness,
    }),
  }),
});

export const Claim = builder.objectRef<RecordNode<"claims">>("Claim").implement({
  description: "What one actor says about an actor's involvement in an activity, or our own assessment of it.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    by: t.field({
      type: Actor,
      nullable: true,
      description: "The speaker; null: our own assessment.",
      resolve: ({ loaded, record }) => loaded.find("actors", record.by),
    }),
    about: t.field({
      type: Actor,
      description: "The actor that it is about.",
      resolve: ({ loaded, record }) => loaded.get("actors", record.about),
    }),
    activity: t.field({
      type: Activity,
      description: "The activity.",
      resolve: ({ loaded, record }) => loaded.get("activities", record.activity),
    }),
    extent: t.float({ description: "Extent of the involvement, 0 to 1.", resolve: ({ record }) => record.extent }),
    lead: t.boolean({
      nullable: true,
      description: "Whether the actor leads the activity; null: the claim does not say.",
      resolve: ({ record }) => record.lead,
    }),
  }),
});

export const Move = builder.objectRef<RecordNode<"moves">>("Move").implement({
  description: "A competitive action of an actor.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key, as in the document." }),
    actor: t.field({
      type: Actor,
      description: "The actor that made the move.",
      resolve: ({ loaded, record }) => loaded.get("actors", record.actor),
    }),
    date: t.field({ type: "Date", description: "The day of the move.", resolve: ({ record }) => record.date }),
    type: t.field({ type: MoveTypeEnum, description: "The type of move.", resolve: ({ record }) => record.type }),
    title: t.string({ description: "A short title.", resolve: ({ record }) => record.title }),
    impact: t.int({
      description: "1 to 5; 3 when the document does not say.",
      resolve: ({ record }) => record.impact ?? 3,
    }),
    activities: t.field({
      type: [Activity],
      description: "The activities that it concerns.",
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
      description: "Its name on screen.",
      resolve: ({ loaded, kind, key }) => loaded.label(kind, key),
    }),
    data: t.field({ type: "JSON", description: "The record, as in the document.", resolve: ({ record }) => record }),
  }),
});

const RecordConnection = connectionType("Record", "records", RecordType);

builder.objectField(EcosystemType, "records", (t) =>
  t.field({
    type: RecordConnection,
    description: "Records of one kind in the order of the document, a page at a time (20 rows when first is absent).",
    args: { kind: t.arg({ type: RecordKindEnum, required: true, description: "Which kind." }), ...pageArgs },
    complexity: pageCost(1),
    resolve: async (ecosystem, args) => toConnection<RecordNode>((await ecosystem.load()).all(args.kind), args),
  }),
);
