import { ecosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { explainCoherence } from "../measures/explain/explain-coherence.ts";
import { explainThreat } from "../measures/explain/explain-threat.ts";
import type { Sentence } from "../measures/explain/sentence.ts";
import { builder } from "./builder.ts";
import { coherenceAt } from "./coherence.graphql.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { Evidence } from "./evidence.graphql.ts";
import { threatArgs } from "./focal.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { dimensionWeightArgs, threatWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const SentenceType = builder.objectRef<Loaded<Sentence>>("Sentence").implement({
  description: "A sentence about a measure, made by a rule from its figures.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "The name of the rule, such as LOWEST_DIMENSION or FACTORS." }),
    text: t.exposeString("text", { description: "The sentence; scores in points from 0 to 100, shares in percent." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about; the ecosystem itself where it is about the whole.",
      resolve: ({ loaded, subjects }) => (subjects.length === 0 ? [ecosystemNode(loaded)] : loaded.byRef(subjects)),
    }),
    evidence: t.field({
      type: [Evidence],
      description: "The sources of its facts.",
      resolve: ({ loaded, evidence }) => loaded.getAll("evidence", evidence),
    }),
  }),
});

builder.objectFields(EcosystemType, (t) => ({
  explainCoherence: t.field({
    type: [SentenceType],
    description: "Coherence in sentences: the score, the largest losses, what to find out, what would help.",
    args: { ...momentArgs, ...dimensionWeightArgs },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      const weights = args.weights ?? undefined;
      const sentences = loaded.measure("explainCoherence", { ...moment, weights }, () =>
        explainCoherence(facts(), weights, coherenceAt(loaded, moment, weights)),
      );
      return withLoaded(loaded, sentences);
    },
  }),
  explainThreat: t.field({
    type: [SentenceType],
    description:
      "The threat of one rival in sentences: its level and bounds, factors and dampers, moves and responses, and what is unknown.",
    args: {
      rival: t.arg.string({ required: true, description: "The key of the rival." }),
      ...threatArgs,
      ...momentArgs,
      ...threatWeightArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      const { rival, focal, weights, halfLifeDays } = args;
      const options = { focal, weights, halfLifeDays };
      const sentences = loaded.measure("explainThreat", { ...moment, ...options, rival }, () =>
        explainThreat(facts(), rival, options),
      );
      return withLoaded(loaded, sentences);
    },
  }),
}));
