import { listEcosystems } from "../../cypher/ecosystems/ecosystems.ts";
import { type EcosystemNode, listedNode } from "../ecosystems/ecosystem-cache.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { NodeInterface } from "./node.graphql.ts";

/** The type Ecosystem: its header. Every other field is added by the file of its own concept. */
export const EcosystemType = builder.objectRef<EcosystemNode>("Ecosystem").implement({
  description: "Everything that must come together for one value proposition, with all its facts.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key, as in the document." }),
    name: t.exposeString("name", { description: "The name." }),
    valueProposition: t.string({
      nullable: true,
      description: "What the ecosystem delivers together.",
      resolve: ({ valueProposition }) => valueProposition,
    }),
    description: t.string({
      nullable: true,
      description: "A description in words.",
      resolve: ({ description }) => description,
    }),
    revision: t.exposeInt("revision", {
      description: "Increases with every change of a fact; cached answers depend on it.",
    }),
  }),
});

builder.queryFields((t) => ({
  ecosystems: t.field({
    type: [EcosystemType],
    description: "All ecosystems, by name.",
    resolve: async (_root, _args, context) =>
      (await listEcosystems(context.db)).map((listed) =>
        listedNode(listed, async () => {
          const loaded = await context.ecosystem(listed.key);
          if (!loaded) throw new InvalidInput(`The ecosystem "${listed.key}" has just been removed.`);
          return loaded;
        }),
      ),
  }),
  ecosystem: t.field({
    type: EcosystemType,
    nullable: true,
    description: "The ecosystem with this key; null when there is none.",
    args: { key: t.arg.string({ required: true, description: "The key of the ecosystem." }) },
    resolve: (_root, { key }, context) => context.ecosystemNode(key),
  }),
}));
