import { type CoherencePoint, coherenceTrend, type DimensionPoint } from "../measures/coherence/coherence-trend.ts";
import { builder } from "./builder.ts";
import { indicativeText } from "./coherence.graphql.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CoherenceDimensionKindEnum, DimensionStatusEnum } from "./enums.ts";
import { minConfidenceArgs, readMinConfidence } from "./moment.ts";
import { trendArgs } from "./period.ts";
import { TimelineEventType } from "./timeline.graphql.ts";
import { dimensionWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const DimensionPointType = builder.objectRef<DimensionPoint>("DimensionPoint").implement({
  description: "A dimension of coherence at a point of a trend.",
  fields: (t) => ({
    kind: t.expose("kind", { type: CoherenceDimensionKindEnum, description: "Which dimension." }),
    status: t.expose("status", { type: DimensionStatusEnum, description: "Whether it can be scored." }),
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1 over the known items; null: unknown." }),
    low: t.exposeFloat("low", { nullable: true, description: "Lower bound over all items." }),
    high: t.exposeFloat("high", { nullable: true, description: "Upper bound over all items." }),
    coverage: t.exposeFloat("coverage", {
      nullable: true,
      description: "Coverage: the share of weight that is known.",
    }),
    isIndicative: t.exposeBoolean("isIndicative", { description: indicativeText }),
  }),
});

const CoherencePointType = builder.objectRef<Loaded<CoherencePoint>>("CoherencePoint").implement({
  description: "Coherence at a point of a trend: the same figures as coherence on that day.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The day.", resolve: ({ date }) => date }),
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be scored." }),
    low: t.exposeFloat("low", { nullable: true, description: "Lower bound." }),
    high: t.exposeFloat("high", { nullable: true, description: "Upper bound." }),
    coverage: t.exposeFloat("coverage", {
      nullable: true,
      description: "Coverage: the share of weight that is known.",
    }),
    isIndicative: t.exposeBoolean("isIndicative", { description: indicativeText }),
    lowest: t.field({
      type: CoherenceDimensionKindEnum,
      nullable: true,
      description: "The dimension with the lowest score.",
      resolve: ({ lowest }) => lowest,
    }),
    dimensions: t.field({
      type: [DimensionPointType],
      description: "All dimensions, in the order of the enum.",
      resolve: ({ dimensions }) => dimensions,
    }),
    events: t.field({
      type: [TimelineEventType],
      description: "What has happened after the point before, up to and including this day. Empty at the first point.",
      resolve: ({ loaded, events }) => withLoaded(loaded, events),
    }),
  }),
});

builder.objectField(EcosystemType, "coherenceTrend", (t) =>
  t.field({
    type: [CoherencePointType],
    description:
      "Coherence over time, earliest first: on the first day, after each step and on the last day, with the events in between. At most 400 points.",
    args: { ...trendArgs, ...minConfidenceArgs, ...dimensionWeightArgs },
    complexity: measureCost,
    resolve: async (ecosystem, { from, to, step, ...args }) => {
      const loaded = await ecosystem.load();
      const minConfidence = readMinConfidence(args);
      const weights = args.weights ?? undefined;
      const points = loaded.measure("coherenceTrend", { from, to, step, minConfidence, weights }, () =>
        coherenceTrend(loaded.document, { from, to, step }, { minConfidence, weights }),
      );
      return withLoaded(loaded, points);
    },
  }),
);
