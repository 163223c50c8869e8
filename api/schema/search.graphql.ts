import type { RecordKind } from "../../cypher/model/document.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { searchRecords } from "../../cypher/search/search.ts";
import type { LoadedEcosystem, RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { type NameIndex, nameIndex, searchNames } from "../ecosystems/name-index.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { keptFor } from "../shared/memo.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType, refuseAsKnown } from "./ecosystem.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import { defaultFirst, firstArgs, readFirst } from "./paging.ts";
import { RecordKindEnum } from "./records.graphql.ts";

/** Characters of a search: a name has as many. */
const maxText = 300;
/** Score above every match by name; a match in other texts scores less than 1, below all of them. */
const bestScore = 10;

/** Name indexes of each loaded ecosystem by the kinds that they hold, made by the first search for them. */
const indexesOf = keptFor((_loaded: LoadedEcosystem) => new Map<string, NameIndex>());

function indexOf(loaded: LoadedEcosystem, kinds: readonly RecordKind[]): NameIndex {
  const known = indexesOf(loaded);
  const name = kinds.join();
  const index = known.get(name) ?? nameIndex(kinds.flatMap((kind): RecordNode[] => loaded.all(kind)));
  known.set(name, index);
  return index;
}

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
      "Search by any part of a name, alias or code, with or without accents; then full-text search in descriptions and evidence. Best match first: a name that equals the text, begins with it, has a word that begins with it, contains it (20 rows when first is absent).",
    args: {
      text: t.arg.string({ required: true, description: `The search text, up to ${maxText} characters.` }),
      kind: t.arg({ type: RecordKindEnum, description: "Only records of this kind; of all kinds when absent." }),
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
      const kinds = args.kind ? [args.kind] : recordKindNames;
      const named = searchNames(indexOf(loaded, kinds), args.text, first).map(({ kind, key, rank }) => ({
        score: bestScore - rank,
        node: loaded.get(kind, key),
      }));
      if (named.length === first) return named;
      const seen = new Set(named.map(({ node }) => node));
      const hits = await searchRecords(context.db, ecosystem.key, args.text, kinds, first);
      // A hit that was stored after this request started is left out, since its ecosystem is read at an earlier
      // revision.
      const described = hits.flatMap(({ kind, key, score }) => {
        const node = loaded.find(kind, key);
        return node && !seen.has(node) ? [{ score: score / (score + 1), node }] : [];
      });
      return [...named, ...described].slice(0, first);
    },
  }),
);
