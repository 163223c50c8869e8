import {
  type CoherenceChange,
  type CoherenceItemChange,
  coherenceChange,
} from "../measures/coherence/coherence-change.ts";
import { requirePeriod } from "../measures/timeline/steps.ts";
import { builder } from "./builder.ts";
import { DimensionWeightInput } from "./coherence.graphql.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { factsAt, readMoment } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const ItemChangeReasonEnum = builder.enumType("ItemChangeReason", {
  description: "Why an item changes the score.",
  values: {
    ENTERED: { description: "It was not there before." },
    LEFT: { description: "It is not there any more." },
    BECAME_KNOWN: { description: "Its value was unknown before." },
    BECAME_UNKNOWN: { description: "Its value is unknown now." },
    VALUE_CHANGED: { description: "Its value rose or fell." },
    WEIGHT_CHANGED: { description: "It weighs more or less, at the same value." },
  } as const,
});

const CoherenceItemChangeType = builder.objectRef<Loaded<CoherenceItemChange>>("CoherenceItemChange").implement({
  description: "What one item adds to the change of the score.",
  fields: (t) => ({
    dimension: t.field({
      type: CoherenceDimensionKindEnum,
      description: "Of which dimension.",
      resolve: ({ dimension }) => dimension,
    }),
    key: t.exposeString("key", { description: "Which item, as the model names it." }),
    label: t.exposeString("label", { description: "In words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
    reason: t.field({ type: ItemChangeReasonEnum, description: "Why.", resolve: ({ reason }) => reason }),
    sentence: t.exposeString("sentence", { description: "The reason in words; values as 0 to 100." }),
    before: t.exposeFloat("before", { nullable: true, description: "Its value, 0 to 1; null: unknown or not there." }),
    after: t.exposeFloat("after", { nullable: true, description: "Its value, 0 to 1; null: unknown or not there." }),
    change: t.exposeFloat("change", { description: "What it adds to the overall score's change, -1 to 1." }),
    evidence: t.field({
      type: [Evidence],
      description: "Where the facts of both days come from.",
      resolve: ({ loaded, evidence }) => loaded.getAll("evidence", evidence),
    }),
  }),
});

const CoherenceChangeType = builder.objectRef<Loaded<CoherenceChange>>("CoherenceChange").implement({
  description:
    "The difference of coherence on two days, item by item. What stays as it was has no part in it; what enters or leaves is held against the mean, and all parts add up to the whole.",
  fields: (t) => ({
    from: t.field({ type: "Date", description: "The earlier day.", resolve: ({ from }) => from }),
    to: t.field({ type: "Date", description: "The later day.", resolve: ({ to }) => to }),
    before: t.exposeFloat("before", { nullable: true, description: "The score on the earlier day." }),
    after: t.exposeFloat("after", { nullable: true, description: "The score on the later day." }),
    change: t.exposeFloat("change", {
      nullable: true,
      description: "After minus before; null, and no items, when there is no score on one of the days.",
    }),
    items: t.field({
      type: [CoherenceItemChangeType],
      description: "By what they change, up or down, the most first.",
      resolve: ({ loaded, items }) => withLoaded(loaded, items),
    }),
  }),
});

builder.objectField(EcosystemType, "coherenceChange", (t) =>
  t.field({
    type: CoherenceChangeType,
    description: "Why coherence differs between two days: item by item, adding up to the whole.",
    args: {
      from: t.arg({ type: "Date", required: true, description: "The earlier day." }),
      to: t.arg({ type: "Date", required: true, description: "The later day." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
      weights: t.arg({ type: [DimensionWeightInput], description: "1 each when absent." }),
    },
    complexity: { field: 50, multiplier: 3 },
    resolve: async (ecosystem, args, context) => {
      const loaded = await ecosystem.load();
      const { from, to } = requirePeriod(args);
      const { minConfidence } = readMoment(args, context.today);
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
