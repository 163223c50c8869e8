import { interventions } from "../measures/coherence/interventions.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { InterventionKindEnum } from "./enums.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { firstArgs, readFirst } from "./paging.ts";
import { dimensionWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

export const InterventionType = builder
  .objectRef<Loaded<ReturnType<typeof interventions>[number]>>("Intervention")
  .implement({
    description: "A single change and the gain that it would bring.",
    fields: (t) => ({
      kind: t.expose("kind", { type: InterventionKindEnum, description: "The kind of change." }),
      key: t.exposeString("key", { description: "What it changes, as in the model." }),
      label: t.exposeString("label", { description: "The change in words." }),
      subjects: t.field({
        type: [NodeInterface],
        description: "The records that it is about.",
        resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
      }),
      gain: t.exposeFloat("gain", { description: "Overall score after the change minus before." }),
      gainLow: t.exposeFloat("gainLow", {
        description:
          "Lower bound: what the known items that it changes bring at least once everything is known. Shown first, with gainHigh, where coherence is indicative.",
      }),
      gainHigh: t.exposeFloat("gainHigh", {
        description: "Upper bound: what the known items that it changes bring at most among what is known.",
      }),
      isIdeal: t.exposeBoolean("isIdeal", {
        description: "Whether the change is a target state rather than a single fact: the gain is then an upper bound.",
      }),
      changes: t.exposeStringList("changes", { description: "What would change, in words." }),
    }),
  });

builder.objectField(EcosystemType, "interventions", (t) =>
  t.field({
    type: [InterventionType],
    description: "Interventions, highest gain first.",
    args: { ...momentArgs, ...dimensionWeightArgs, ...firstArgs },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const first = readFirst(args.first);
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      const weights = args.weights ?? undefined;
      const all = loaded.measure("interventions", { ...moment, weights }, () => interventions(facts(), weights));
      return withLoaded(loaded, all.slice(0, first));
    },
  }),
);
