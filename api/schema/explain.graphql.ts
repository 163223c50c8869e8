import { ecosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { Sentence } from "../measures/explain/sentence.ts";
import { builder } from "./builder.ts";
import { Evidence } from "./evidence.graphql.ts";
import { NodeInterface } from "./node.graphql.ts";
import type { Loaded } from "./with-loaded.ts";

export const SentenceType = builder.objectRef<Loaded<Sentence>>("Sentence").implement({
  description: "One thing worth saying of a measure, made by a rule from its figures.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "The rule that made it: LOWEST_DIMENSION, FACTORS and so on." }),
    text: t.exposeString("text", { description: "The sentence; scores in points of 100, shares in percent." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it names; the ecosystem itself where it speaks of the whole.",
      resolve: ({ loaded, subjects }) => (subjects.length === 0 ? [ecosystemNode(loaded)] : loaded.byRef(subjects)),
    }),
    evidence: t.field({
      type: [Evidence],
      description: "Where its facts come from.",
      resolve: ({ loaded, evidence }) => loaded.getAll("evidence", evidence),
    }),
  }),
});
