import { listEcosystems } from "../../cypher/ecosystems/ecosystems.ts";
import { type AsKnown, type EcosystemNode, ecosystemNode, listedNode } from "../ecosystems/ecosystem-cache.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { ecosystemAsKnown } from "./as-known.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { NodeInterface } from "./node.graphql.ts";

const AsKnownType = builder.objectRef<AsKnown>("AsKnown").implement({
  description: "The earlier state that is shown.",
  fields: (t) => ({
    at: t.expose("at", { type: "DateTime", description: "The moment that was asked for." }),
    isOldestHead: t.exposeBoolean("isOldestHead", {
      description:
        "Whether name, value proposition, description and focal firm are the oldest known, and not those of that moment: changes of them were not logged yet.",
    }),
  }),
});

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
    asKnown: t.field({
      type: AsKnownType,
      nullable: true,
      description: "The earlier state that is shown, where asKnownAt was given; null for the present one.",
      resolve: ({ asKnown }) => asKnown,
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
    description:
      "The ecosystem with this key; null when there is none. With asKnownAt measures, map, records, document, views and head are as they were recorded at that moment; null before its first change. What is answered as of now only refuses it (NOT_AS_KNOWN).",
    args: {
      key: t.arg.string({ required: true, description: "The key of the ecosystem." }),
      asKnownAt: t.arg({ type: "DateTime", description: "A moment in the past." }),
    },
    resolve: (_root, { key, asKnownAt }, context) =>
      asKnownAt ? nodeAsKnown(context, key, asKnownAt) : context.ecosystemNode(key),
  }),
}));

async function nodeAsKnown(context: ApiContext, key: string, at: string): Promise<EcosystemNode | null> {
  const known = await ecosystemAsKnown(context, key, at);
  return known && { ...ecosystemNode(known.earlier), asKnown: { at, ...known } };
}

/** Refuses an earlier state, for what is answered as of now only. */
export function refuseAsKnown({ asKnown }: EcosystemNode): void {
  if (asKnown) throw new InvalidInput("This is answered as of now only: leave out asKnownAt.", "NOT_AS_KNOWN");
}
