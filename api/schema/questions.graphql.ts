import { questions } from "../measures/coherence/questions.ts";
import { builder } from "./builder.ts";
import { coherenceAt } from "./coherence.graphql.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum } from "./enums.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { firstArgs, readFirst } from "./paging.ts";
import { dimensionWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const QuestionType = builder.objectRef<Loaded<ReturnType<typeof questions>[number]>>("Question").implement({
  description: "An unknown item, and how much of the uncertainty of coherence finding it out would settle.",
  fields: (t) => ({
    dimension: t.expose("dimension", { type: CoherenceDimensionKindEnum, description: "The dimension of the item." }),
    key: t.exposeString("key", {
      description: "The key of the item, as in the model; * where a dimension has no items yet.",
    }),
    label: t.exposeString("label", { description: "The item in words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
    width: t.exposeFloat("width", { description: "How much of high - low it would settle." }),
  }),
});

builder.objectField(EcosystemType, "questions", (t) =>
  t.field({
    type: [QuestionType],
    description: "Questions: what to find out next, the one that settles most first.",
    args: { ...momentArgs, ...dimensionWeightArgs, ...firstArgs },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const first = readFirst(args.first);
      const { loaded, moment } = await loadAt(ecosystem, args, context);
      return withLoaded(loaded, questions(coherenceAt(loaded, moment, args.weights)).slice(0, first));
    },
  }),
);
