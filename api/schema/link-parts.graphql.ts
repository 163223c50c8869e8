import { maxHashes, maxPartLength, readParts, storePart } from "../changes/links/link-parts.ts";
import { NotFound } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";

const LinkPart = builder.objectRef<{ hash: string; text: string }>("LinkPart").implement({
  description:
    "A large part of an address of the page, such as a selection of hundreds of nodes, which names it by hash.",
  fields: (t) => ({
    hash: t.exposeString("hash", { description: "The SHA-256 of the text as base64url." }),
    text: t.exposeString("text", { description: "The text, as the page has stored it." }),
  }),
});

builder.objectField(EcosystemType, "linkParts", (t) =>
  t.field({
    type: [LinkPart],
    description:
      "The parts with these hashes, those that are known. A part is kept for a year after its last use, and for as long as a saved view names it.",
    args: {
      hashes: t.arg.stringList({ required: true, description: `The hashes, up to ${maxHashes}.` }),
    },
    complexity: { field: 10, multiplier: 1 },
    resolve: ({ key }, { hashes }, context) => readParts(context.db, key, hashes),
  }),
);

const StoreLinkPartInput = builder.inputType("StoreLinkPartInput", {
  description: "A part of an address to store.",
  fields: (t) => ({
    ecosystem: t.string({ required: true, description: "The key of the ecosystem." }),
    text: t.string({
      required: true,
      description: `The text, up to ${maxPartLength.toLocaleString("en")} characters.`,
    }),
  }),
});

builder.mutationField("storeLinkPart", (t) =>
  t.field({
    type: LinkPart,
    description:
      "Stores a part of an address; the same text again renews it. It is no fact: neither the revision nor the change log knows of it.",
    args: { input: t.arg({ type: StoreLinkPartInput, required: true, description: "The part." }) },
    resolve: async (_root, { input: { ecosystem, text } }, context) => {
      if (!(await context.ecosystemNode(ecosystem))) throw new NotFound(`There is no ecosystem "${ecosystem}".`);
      return { hash: await storePart(context.db, ecosystem, text), text };
    },
  }),
);
