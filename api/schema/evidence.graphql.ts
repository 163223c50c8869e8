import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { builder } from "./builder.ts";
import { FactInterface } from "./fact.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";

export const Evidence = builder.objectRef<RecordNode<"evidence">>("Evidence");

Evidence.implement({
  description: "Where a fact comes from, with its Admiralty grade.",
  // A function, since that file reads this one.
  interfaces: () => [NodeInterface, FactInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The document's key." }),
    title: t.string({ description: "The title.", resolve: ({ record }) => record.title }),
    publisher: t.string({
      nullable: true,
      description: "Who published it.",
      resolve: ({ record }) => record.publisher,
    }),
    url: t.string({
      nullable: true,
      description: "Where to read it (http or https).",
      resolve: ({ record }) => record.url,
    }),
    publishedOn: t.field({
      type: "Date",
      nullable: true,
      description: "When it was published.",
      resolve: ({ record }) => record.publishedOn,
    }),
    retrievedOn: t.field({
      type: "Date",
      nullable: true,
      description: "When it was read.",
      resolve: ({ record }) => record.retrievedOn,
    }),
    excerpt: t.string({
      nullable: true,
      description: "The passage that says it.",
      resolve: ({ record }) => record.excerpt,
    }),
    reliability: t.string({
      nullable: true,
      description: "Admiralty grade of the source, A (reliable) to F (cannot be judged).",
      resolve: ({ record }) => record.reliability,
    }),
    credibility: t.int({
      nullable: true,
      description: "Admiralty grade of what it says, 1 (confirmed) to 6 (cannot be judged).",
      resolve: ({ record }) => record.credibility,
    }),
  }),
});
