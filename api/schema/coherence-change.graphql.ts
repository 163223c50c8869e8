import {
  type CoherenceChange,
  type CoherenceItemChange,
  coherenceChange,
} from "../measures/coherence/coherence-change.ts";
import { requirePeriod } from "../measures/timeline/steps.ts";
import { builder } from "./builder.ts";
import { CoherenceSummaryType } from "./coherence.graphql.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { factsAt, minConfidenceArgs, readMinConfidence } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { periodArgs } from "./period.ts";
import { dimensionWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const ItemChangeReasonEnum = builder.enumType("ItemChangeReason", {
  description: "Why an item changes the score.",
  values: {
    ENTERED: { description: "It did not exist before." },
    LEFT: { description: "It no longer exists." },
    BECAME_KNOWN: { description: "Its value was unknown before." },
    BECAME_UNKNOWN: { description: "Its value is unknown now." },
    VALUE_CHANGED: { description: "Its value rose or fell." },
    WEIGHT_CHANGED: { description: "Its weight rose or fell, at the same value." },
  } as const,
});

const CoherenceItemChangeType = builder.objectRef<Loaded<CoherenceItemChange>>("CoherenceItemChange").implement({
  description: "The contribution of an item to the change of the score.",
  fields: (t) => ({
    dimension: t.field({
      type: CoherenceDimensionKindEnum,
      description: "The dimension of the item.",
      resolve: ({ dimension }) => dimension,
    }),
    key: t.exposeString("key", { description: "The key of the item, as in the model." }),
    label: t.exposeString("label", { description: "The item in words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
    reason: t.field({
      type: ItemChangeReasonEnum,
      description: "Why it changes the score.",
      resolve: ({ reason }) => reason,
    }),
    sentence: t.exposeString("sentence", { description: "The reason in words; values in points from 0 to 100." }),
    before: t.exposeFloat("before", {
      nullable: true,
      description: "Its value, 0 to 1; null: unknown, or it did not exist.",
    }),
    after: t.exposeFloat("after", {
      nullable: true,
      description: "Its value, 0 to 1; null: unknown, or it did not exist.",
    }),
    change: t.exposeFloat("change", { description: "Its contribution to the change of the overall score, -1 to 1." }),
    evidence: t.field({
      type: [Evidence],
      description: "The sources of the facts of both days.",
      resolve: ({ loaded, evidence }) => loaded.getAll("evidence", evidence),
    }),
  }),
});

const CoherenceChangeType = builder.objectRef<Loaded<CoherenceChange>>("CoherenceChange").implement({
  description:
    "The difference in coherence between two days, item by item. Contributions add up to the change; an item that enters or leaves is compared with the mean.",
  fields: (t) => ({
    from: t.field({ type: "Date", description: "The first day.", resolve: ({ from }) => from }),
    to: t.field({ type: "Date", description: "The last day.", resolve: ({ to }) => to }),
    before: t.exposeFloat("before", { nullable: true, description: "The score on the first day; null: unknown." }),
    after: t.exposeFloat("after", { nullable: true, description: "The score on the last day; null: unknown." }),
    scoreBefore: t.field({
      type: CoherenceSummaryType,
      description: "The first day's score with its bounds and coverage.",
      resolve: ({ scoreBefore }) => scoreBefore,
    }),
    scoreAfter: t.field({
      type: CoherenceSummaryType,
      description: "The last day's score with its bounds and coverage.",
      resolve: ({ scoreAfter }) => scoreAfter,
    }),
    change: t.exposeFloat("change", {
      nullable: true,
      description: "After minus before; null, and no items, when the score is unknown on one of the days.",
    }),
    items: t.field({
      type: [CoherenceItemChangeType],
      description: "By the size of their contribution, up or down, largest first.",
      resolve: ({ loaded, items }) => withLoaded(loaded, items),
    }),
  }),
});

builder.objectField(EcosystemType, "coherenceChange", (t) =>
  t.field({
    type: CoherenceChangeType,
    description: "Why coherence differs between two days: item by item, adding up to the change.",
    args: { ...periodArgs, ...minConfidenceArgs, ...dimensionWeightArgs },
    complexity: measureCost,
    resolve: async (ecosystem, args) => {
      const loaded = await ecosystem.load();
      const { from, to } = requirePeriod(args);
      const minConfidence = readMinConfidence(args);
      const weights = args.weights ?? undefined;
      const change = loaded.measure("coherenceChange", { from, to, minConfidence, weights }, () =>
        coherenceChange(
          factsAt(loaded, { asOf: from, minConfidence }),
          factsAt(loaded, { asOf: to, minConfidence }),
          weights,
        ),
      );
      return { ...change, loaded };
    },
  }),
);
