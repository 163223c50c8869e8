import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { coherence, type ScoreSummary } from "../measures/coherence/coherence.ts";
import { dimensionOf } from "../measures/coherence/dimensions.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum, DimensionStatusEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { EcosystemMapType } from "./map.graphql.ts";
import { factsAt, loadAt, type Moment, momentArgs } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { subgraphCost, subgraphOfItem } from "./subgraph.ts";
import { dimensionWeightArgs } from "./weights.ts";
import type { Loaded } from "./with-loaded.ts";

type Coherence = ReturnType<typeof coherence>;
type Dimension = Coherence["dimensions"][number];
type Item = Dimension["items"][number];

type PlacedDimension = Loaded<Dimension> & { moment: Moment };

/** An item with its dimension, by which its records are found and its part of the map is derived. */
type PlacedItem = Item & { of: PlacedDimension };

/** Copied field by field: for thousands of items several times as fast as spreading. */
const placed = (
  { key, label, subjects, value, low, high, weight, evidence, loss, lossLow, lossHigh }: Item,
  of: PlacedDimension,
): PlacedItem => ({ key, label, subjects, value, low, high, weight, evidence, loss, lossLow, lossHigh, of });

/** Of every score with a coverage. */
export const indicativeText =
  "Whether coverage is below one half: never show the score without saying how little is known.";

const CoherenceItem = builder.objectRef<PlacedItem>("CoherenceItem").implement({
  description: "An item that a dimension of coherence is scored by.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key of the item, as in the model." }),
    label: t.exposeString("label", { description: "The item in words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ of, subjects }) => of.loaded.byRef(subjects),
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
    low: t.exposeFloat("low", { description: "Lower bound, 0 to 1." }),
    high: t.exposeFloat("high", { description: "Upper bound, 0 to 1." }),
    weight: t.exposeFloat("weight", { description: "Its weight within the dimension." }),
    loss: t.exposeFloat("loss", {
      nullable: true,
      description: "Its loss: what it costs of the overall score. Losses add up to 1 - score.",
    }),
    lossLow: t.exposeFloat("lossLow", {
      nullable: true,
      description:
        "Lower bound: what it costs at least once everything is known. Shown first, with lossHigh, where coherence is indicative.",
    }),
    lossHigh: t.exposeFloat("lossHigh", {
      nullable: true,
      description: "Upper bound: what it costs at most among what is known.",
    }),
    reason: t.string({
      nullable: true,
      description: "Why it is worth less than 1, as the end of a sentence; null where it is worth 1 or unknown.",
      resolve: (item) =>
        item.value === null || item.value === 1
          ? null
          : dimensionOf(item.of.kind).because(factsAt(item.of.loaded, item.of.moment), item),
    }),
    evidence: t.field({
      type: [Evidence],
      description: "The sources of its facts.",
      resolve: ({ of, evidence }) => of.loaded.getAll("evidence", evidence),
    }),
    subgraph: t.field({
      type: EcosystemMapType,
      description: "The part of the map behind it: the records that it is about and the facts that were read.",
      complexity: subgraphCost,
      resolve: (item) => subgraphOfItem(item.of.loaded, item.of.moment, item.of.kind, item),
    }),
  }),
});

const CoherenceDimension = builder.objectRef<PlacedDimension>("CoherenceDimension").implement({
  description: "A dimension of coherence.",
  fields: (t) => ({
    kind: t.expose("kind", { type: CoherenceDimensionKindEnum, description: "Which dimension." }),
    name: t.exposeString("name", { description: "Its name as a heading." }),
    question: t.exposeString("question", { description: "The question that it answers." }),
    reason: t.string({
      nullable: true,
      description: "Why it has no score: the facts that it needs; null when it has one.",
      resolve: ({ status, needs }) => (status === "SCORED" ? null : needs),
    }),
    status: t.expose("status", { type: DimensionStatusEnum, description: "Whether it can be scored." }),
    weight: t.exposeFloat("weight", { description: "Its weight in the overall score." }),
    defaultWeight: t.exposeFloat("defaultWeight", { description: "Its weight when none is given." }),
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1 over the known items; null: unknown." }),
    low: t.exposeFloat("low", { nullable: true, description: "Lower bound over all items; 0 without items." }),
    high: t.exposeFloat("high", { nullable: true, description: "Upper bound over all items; 1 without items." }),
    coverage: t.exposeFloat("coverage", {
      nullable: true,
      description: "Coverage: the share of weight that is known.",
    }),
    isIndicative: t.exposeBoolean("isIndicative", { description: indicativeText }),
    items: t.field({
      type: [CoherenceItem],
      description: "Its items by loss, highest first.",
      resolve: (dimension) => dimension.items.map((item) => placed(item, dimension)),
    }),
  }),
});

export const CoherenceSummaryType = builder.objectRef<ScoreSummary>("CoherenceSummary").implement({
  description: "Coherence in short.",
  fields: (t) => ({
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be scored." }),
    low: t.exposeFloat("low", { description: "Lower bound." }),
    high: t.exposeFloat("high", { description: "Upper bound." }),
    coverage: t.exposeFloat("coverage", { description: "Coverage: the share of weight that is known." }),
    isIndicative: t.exposeBoolean("isIndicative", { description: indicativeText }),
  }),
});

export const CoherenceType = builder.objectRef<Loaded<Coherence>>("Coherence").implement({
  description: "The coherence of an ecosystem on a date: how well it fits together (docs/model.md, section 4).",
  fields: (t) => ({
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be scored." }),
    low: t.exposeFloat("low", {
      nullable: true,
      description: "Lower bound: the score if everything unknown were worst.",
    }),
    high: t.exposeFloat("high", {
      nullable: true,
      description: "Upper bound: the score if everything unknown were best.",
    }),
    coverage: t.exposeFloat("coverage", {
      nullable: true,
      description: "Coverage: the share of weight that is known.",
    }),
    isIndicative: t.exposeBoolean("isIndicative", { description: indicativeText }),
    asOf: t.field({ type: "Date", description: "The date of the facts.", resolve: ({ asOf }) => asOf }),
    revision: t.int({
      description: "The revision of the ecosystem.",
      resolve: ({ loaded }) => loaded.revision,
    }),
    lowest: t.expose("lowest", {
      type: CoherenceDimensionKindEnum,
      nullable: true,
      description:
        "The dimension with the lowest score among those with a weight above 0, which an average can hide; of equals the first.",
    }),
    lowestDimensions: t.expose("lowestDimensions", {
      type: [CoherenceDimensionKindEnum],
      description:
        "The dimensions that share the lowest score, in the order of the enum: no headline names one of several equal ones.",
    }),
    dimensions: t.field({
      type: [CoherenceDimension],
      description: "All dimensions, in the order of the enum.",
      resolve: ({ loaded, dimensions, asOf, minConfidence }) =>
        dimensions.map((dimension) => ({ ...dimension, loaded, moment: { asOf, minConfidence } })),
    }),
  }),
});

export function coherenceAt(
  loaded: LoadedEcosystem,
  moment: Moment,
  given: Parameters<typeof coherence>[1] | null = null,
) {
  const weights = given ?? undefined;
  return loaded.measure("coherence", { ...moment, weights }, () => coherence(factsAt(loaded, moment), weights));
}

builder.objectField(EcosystemType, "coherence", (t) =>
  t.field({
    type: CoherenceType,
    description: "Coherence: how well the ecosystem fits together.",
    args: { ...momentArgs, ...dimensionWeightArgs },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment } = await loadAt(ecosystem, args, context);
      return { ...coherenceAt(loaded, moment, args.weights), loaded };
    },
  }),
);
