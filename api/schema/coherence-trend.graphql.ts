import { type CoherencePoint, coherenceTrend, type DimensionPoint } from "../measures/coherence/coherence-trend.ts";
import { builder } from "./builder.ts";
import { DimensionWeightInput } from "./coherence.graphql.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum, DimensionStatusEnum } from "./enums.ts";
import { readMoment } from "./moment.ts";
import { TimelineEventType } from "./timeline.graphql.ts";
import { TrendStepEnum } from "./trend-step.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const DimensionPointType = builder.objectRef<DimensionPoint>("DimensionPoint").implement({
  description: "One dimension of coherence on one day of a trend.",
  fields: (t) => ({
    kind: t.expose("kind", { type: CoherenceDimensionKindEnum, description: "Which one." }),
    status: t.expose("status", { type: DimensionStatusEnum, description: "Whether it can be judged." }),
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1 over the known items; null: unknown." }),
    low: t.exposeFloat("low", { nullable: true, description: "What it is at least, over all items." }),
    high: t.exposeFloat("high", { nullable: true, description: "What it is at most, over all items." }),
    coverage: t.exposeFloat("coverage", { nullable: true, description: "The share of weight that is known." }),
  }),
});

const CoherencePointType = builder.objectRef<Loaded<CoherencePoint>>("CoherencePoint").implement({
  description: "Coherence on one day of a trend: exactly what coherence says of that day.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The day.", resolve: ({ date }) => date }),
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be judged." }),
    low: t.exposeFloat("low", { nullable: true, description: "What it is at least." }),
    high: t.exposeFloat("high", { nullable: true, description: "What it is at most." }),
    coverage: t.exposeFloat("coverage", { nullable: true, description: "The share of weight that is known." }),
    lowest: t.field({
      type: CoherenceDimensionKindEnum,
      nullable: true,
      description: "The dimension with the lowest score.",
      resolve: ({ lowest }) => lowest,
    }),
    dimensions: t.field({
      type: [DimensionPointType],
      description: "All seven, in the enum's order.",
      resolve: ({ dimensions }) => dimensions,
    }),
    events: t.field({
      type: [TimelineEventType],
      description:
        "What happened since the point before, up to and on this day: what entered, left, was agreed, was claimed. None at the first point.",
      resolve: ({ loaded, events }) => withLoaded(loaded, events),
    }),
  }),
});

builder.objectField(EcosystemType, "coherenceTrend", (t) =>
  t.field({
    type: [CoherencePointType],
    description:
      "Coherence over time: at from, at each step after it and at to, earliest first; with what happened in between. At most 400 points.",
    args: {
      from: t.arg({ type: "Date", required: true, description: "The first point." }),
      to: t.arg({ type: "Date", required: true, description: "The last point, after from." }),
      step: t.arg({ type: TrendStepEnum, required: true, description: "How far apart the points are." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
      weights: t.arg({ type: [DimensionWeightInput], description: "1 each when absent." }),
    },
    complexity: { field: 50, multiplier: 3 },
    resolve: async (ecosystem, { from, to, step, ...args }, context) => {
      const loaded = await ecosystem.load();
      const { minConfidence } = readMoment(args, context.today);
      const weights = args.weights ?? undefined;
      const points = loaded.measure("coherenceTrend", { from, to, step, minConfidence, weights }, () =>
        coherenceTrend(loaded.document, { from, to, step }, { minConfidence, weights }),
      );
      return withLoaded(loaded, points);
    },
  }),
);
