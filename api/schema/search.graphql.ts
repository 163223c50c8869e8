import { searchRecords } from "../../cypher/search/search.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType, refuseAsKnown } from "./ecosystem.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { defaultFirst, firstArgs, readFirst } from "./paging.ts";

const maxText = 200;

const SearchHit = builder.objectRef<{ score: number; node: RecordNode }>("SearchHit").implement({
  description: "A record that matches a search.",
  fields: (t) => ({
    score: t.exposeFloat("score", { description: "Relevance; comparable within one search only." }),
    node: t.field({ type: NodeInterface, description: "The record.", resolve: ({ node }) => node }),
    label: t.string({
      description: "Its name on screen.",
      resolve: ({ node }) => node.loaded.label(node.kind, node.key),
    }),
  }),
});

builder.objectField(EcosystemType, "search", (t) =>
  t.field({
    type: [SearchHit],
    description:
      "Full-text search in names, aliases, codes, descriptions and evidence, best match first (20 rows when first is absent).",
    args: {
      text: t.arg.string({ required: true, description: `The search text, up to ${maxText} characters.` }),
      ...firstArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      refuseAsKnown(ecosystem);
      if (args.text.length > maxText)
        throw new InvalidInput(`The search text has ${args.text.length} characters: use at most ${maxText}.`);
      const first = readFirst(args.first) ?? defaultFirst;
      if (args.text.trim() === "" || first === 0) return [];
      const loaded = await ecosystem.load();
      const hits = await searchRecords(context.db, ecosystem.key, args.text, first);
      // A hit that was stored after this request started is left out, since its ecosystem is read at an earlier
      // revision.
      return hits.flatMap(({ kind, key, score }) => {
        const node = loaded.find(kind, key);
        return node ? [{ score, node }] : [];
      });
    },
  }),
);
