import type { coherence } from "../measures/coherence/coherence.ts";
import type { interventions } from "../measures/coherence/interventions.ts";
import type { questions } from "../measures/coherence/questions.ts";
import { builder } from "./builder.ts";
import { CoherenceDimensionKindEnum, DimensionStatusEnum, InterventionKindEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { EcosystemMapType } from "./map.graphql.ts";
import type { Moment } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { subgraphCost, subgraphOfItem } from "./subgraph.ts";
import type { Loaded } from "./with-loaded.ts";

type Coherence = ReturnType<typeof coherence>;
type Dimension = Coherence["dimensions"][number];
type Item = Dimension["items"][number];

export const DimensionWeightInput = builder.inputType("DimensionWeightInput", {
  description: "How much a dimension weighs; 1 when absent.",
  fields: (t) => ({
    dimension: t.field({ type: CoherenceDimensionKindEnum, required: true, description: "Which dimension." }),
    weight: t.float({ required: true, description: "0 or more; not all may be 0." }),
  }),
});

type PlacedDimension = Loaded<Dimension> & { moment: Moment };

/** An item with the dimension that it is of: what its records are found and its part of the map is read again by. */
type PlacedItem = Item & { of: PlacedDimension };

/** Field by field: thousands of them are made several times as fast as by copying the item and adding to it. */
const placed = (
  { key, label, subjects, value, low, high, weight, evidence, loss }: Item,
  of: PlacedDimension,
): PlacedItem => ({ key, label, subjects, value, low, high, weight, evidence, loss, of });

const CoherenceItem = builder.objectRef<PlacedItem>("CoherenceItem").implement({
  description: "One thing that a dimension judges. key: as in the model; subjects: the records that it is about.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Which item, as the model names it." }),
    label: t.exposeString("label", { description: "In words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about, to draw and to link.",
      resolve: ({ of, subjects }) => of.loaded.byRef(subjects),
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
    low: t.exposeFloat("low", { description: "What it is at least, 0 to 1." }),
    high: t.exposeFloat("high", { description: "What it is at most, 0 to 1." }),
    weight: t.exposeFloat("weight", { description: "How much it weighs within its dimension." }),
    loss: t.exposeFloat("loss", {
      nullable: true,
      description: "What it costs of the overall score; losses add up to 1 - score.",
    }),
    evidence: t.field({
      type: [Evidence],
      description: "Where its facts come from.",
      resolve: ({ of, evidence }) => of.loaded.getAll("evidence", evidence),
    }),
    subgraph: t.field({
      type: EcosystemMapType,
      description: "The part of the map behind it: what it is about, and the facts that were read.",
      complexity: subgraphCost,
      resolve: (item) => subgraphOfItem(item.of.loaded, item.of.moment, item.of.kind, item),
    }),
  }),
});

const CoherenceDimension = builder.objectRef<PlacedDimension>("CoherenceDimension").implement({
  description: "One of the seven dimensions of coherence.",
  fields: (t) => ({
    kind: t.expose("kind", { type: CoherenceDimensionKindEnum, description: "Which one." }),
    question: t.exposeString("question", { description: "What it asks, in plain words." }),
    reason: t.string({
      nullable: true,
      description: "Why it has no score: what facts it needs; null when it has one.",
      resolve: ({ status, needs }) => (status === "SCORED" ? null : needs),
    }),
    status: t.expose("status", { type: DimensionStatusEnum, description: "Whether it can be judged." }),
    weight: t.exposeFloat("weight", { description: "How much it weighs in the overall score." }),
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1 over the known items; null: unknown." }),
    low: t.exposeFloat("low", { nullable: true, description: "What it is at least, over all items." }),
    high: t.exposeFloat("high", { nullable: true, description: "What it is at most, over all items." }),
    coverage: t.exposeFloat("coverage", { nullable: true, description: "The share of weight that is known." }),
    items: t.field({
      type: [CoherenceItem],
      description: "By loss, highest first.",
      resolve: (dimension) => dimension.items.map((item) => placed(item, dimension)),
    }),
  }),
});

export const CoherenceType = builder.objectRef<Loaded<Coherence>>("Coherence").implement({
  description: "How well the ecosystem fits together at a date (model: Coherence).",
  fields: (t) => ({
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be judged." }),
    low: t.exposeFloat("low", {
      nullable: true,
      description: "What it is at least, if all that is unknown were worst.",
    }),
    high: t.exposeFloat("high", {
      nullable: true,
      description: "What it is at most, if all that is unknown were best.",
    }),
    coverage: t.exposeFloat("coverage", { nullable: true, description: "The share of weight that is known." }),
    asOf: t.field({ type: "Date", description: "The date it is judged at.", resolve: ({ asOf }) => asOf }),
    revision: t.int({
      description: "The ecosystem's revision it is judged at.",
      resolve: ({ loaded }) => loaded.revision,
    }),
    lowest: t.expose("lowest", {
      type: CoherenceDimensionKindEnum,
      nullable: true,
      description: "The dimension with the lowest score: a mean can hide it.",
    }),
    dimensions: t.field({
      type: [CoherenceDimension],
      description: "All seven, in the enum's order.",
      resolve: ({ loaded, dimensions, asOf, minConfidence }) =>
        dimensions.map((dimension) => ({ ...dimension, loaded, moment: { asOf, minConfidence } })),
    }),
  }),
});

export const InterventionType = builder
  .objectRef<Loaded<ReturnType<typeof interventions>[number]>>("Intervention")
  .implement({
    description: "One change and what it would bring.",
    fields: (t) => ({
      kind: t.expose("kind", { type: InterventionKindEnum, description: "What kind of change." }),
      key: t.exposeString("key", { description: "What it changes, as the model names it." }),
      label: t.exposeString("label", { description: "In words." }),
      subjects: t.field({
        type: [NodeInterface],
        description: "The records that it is about.",
        resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
      }),
      gain: t.exposeFloat("gain", { description: "Overall score after minus before." }),
      isIdeal: t.exposeBoolean("isIdeal", { description: "The change is an ideal: the gain is at most this." }),
      changes: t.exposeStringList("changes", { description: "What would change, in words." }),
    }),
  });

export const QuestionType = builder.objectRef<Loaded<ReturnType<typeof questions>[number]>>("Question").implement({
  description: "width: how much of coherence's high − low this item would settle.",
  fields: (t) => ({
    dimension: t.expose("dimension", { type: CoherenceDimensionKindEnum, description: "Of which dimension." }),
    key: t.exposeString("key", { description: "Which item, as the model names it." }),
    label: t.exposeString("label", { description: "In words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
    width: t.exposeFloat("width", { description: "How much of high - low knowing it would settle." }),
  }),
});
