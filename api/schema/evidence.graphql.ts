import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { FactInterface, factOf } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";

export const Evidence = builder.objectRef<RecordNode<"evidence">>("Evidence").implement({
  description: "The source of a fact, with its grade on the Admiralty scale.",
  interfaces: [NodeInterface, FactInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key, as in the document." }),
    title: t.string({ description: "The title.", resolve: ({ record }) => record.title }),
    publisher: t.string({
      nullable: true,
      description: "The publisher.",
      resolve: ({ record }) => record.publisher,
    }),
    url: t.string({
      nullable: true,
      description: "Its address (http or https).",
      resolve: ({ record }) => record.url,
    }),
    publishedOn: t.field({
      type: "Date",
      nullable: true,
      description: "The day of publication.",
      resolve: ({ record }) => record.publishedOn,
    }),
    retrievedOn: t.field({
      type: "Date",
      nullable: true,
      description: "The day on which it was retrieved.",
      resolve: ({ record }) => record.retrievedOn,
    }),
    excerpt: t.string({
      nullable: true,
      description: "The passage that supports the fact.",
      resolve: ({ record }) => record.excerpt,
    }),
    reliability: t.string({
      nullable: true,
      description: "Reliability of the source on the Admiralty scale, A (reliable) to F (cannot be judged).",
      resolve: ({ record }) => record.reliability,
    }),
    credibility: t.int({
      nullable: true,
      description: "Credibility of the information on the Admiralty scale, 1 (confirmed) to 6 (cannot be judged).",
      resolve: ({ record }) => record.credibility,
    }),
  }),
});

builder.interfaceField(FactInterface, "evidence", (t) =>
  t.field({
    type: [Evidence],
    description: "Its sources.",
    resolve: (node) => {
      const { evidence } = factOf(node);
      if (!evidence?.length) return [];
      const loaded = node.load();
      return loaded instanceof Promise
        ? loaded.then((it) => it.getAll("evidence", evidence))
        : loaded.getAll("evidence", evidence);
    },
  }),
);
