import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { kinds } from "../../cypher/model/records/kinds.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { connectionType } from "./connection.graphql.ts";
import { pageCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { kindValues } from "./enums.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { pageArgs, toConnection } from "./paging.ts";
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
      description: "Its name on screen.",
      resolve: ({ loaded, kind, key }) => loaded.label(kind, key),
    }),
    data: t.field({ type: "JSON", description: "The record, as in the document.", resolve: ({ record }) => record }),
  }),
});

builder.interfaceField(FactInterface, "asRecord", (t) =>
  t.field({
    type: RecordType,
    description: "The same record as the document has it, whatever its kind: what an edit of it rests on.",
    resolve: async (node) => (await node.load()).get(node.kind, node.key),
  }),
);

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
