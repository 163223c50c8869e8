import type { RecordKind } from "../../cypher/model/document.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { referringTo } from "../ecosystems/referring-index.ts";
import { builder } from "./builder.ts";
import { pageCost } from "./cost.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { defaultFirst, firstArgs, readFirst } from "./paging.ts";
import { RecordKindEnum } from "./records.graphql.ts";

interface Group {
  kind: RecordKind;
  records: readonly RecordNode[];
}

const Referring = builder.objectRef<RecordNode>("ReferringRecord").implement({
  description: "A record that refers to another one.",
  fields: (t) => ({
    label: t.string({
      description: "Its name on screen.",
      resolve: ({ loaded, kind, key }) => loaded.label(kind, key),
    }),
    node: t.field({ type: NodeInterface, description: "The record.", resolve: (node) => node }),
  }),
});

const ReferringGroup = builder.objectRef<Group>("ReferringRecords").implement({
  description: "The records of one kind that refer to a record.",
  fields: (t) => ({
    kind: t.expose("kind", { type: RecordKindEnum, description: "What kind of records." }),
    totalCount: t.int({ description: "How many.", resolve: ({ records }) => records.length }),
    records: t.field({
      type: [Referring],
      description: "The records, in the order of the document; 20 when first is absent.",
      args: firstArgs,
      complexity: pageCost(1),
      resolve: ({ records }, args) => records.slice(0, readFirst(args.first) ?? defaultFirst),
    }),
  }),
});

builder.interfaceField(FactInterface, "referredBy", (t) =>
  t.field({
    type: [ReferringGroup],
    description:
      "The records that refer to it, of all dates, by kind in the order of the document: of an actor its profile, stances and so on, of evidence what rests on it.",
    args: {
      kinds: t.arg({ type: [RecordKindEnum], description: "Only records of these kinds; of all when absent." }),
    },
    resolve: async (node, { kinds }) => {
      const groups = referringTo(await node.load(), node);
      return [...groups].flatMap(([kind, records]) => (!kinds || kinds.includes(kind) ? [{ kind, records }] : []));
    },
  }),
);
