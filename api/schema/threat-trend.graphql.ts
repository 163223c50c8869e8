import {
  type RivalPoint,
  type RivalTrend,
  type ThreatTrend,
  type TrendDate,
  threatTrend,
} from "../measures/threat/threat-trend.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CompetitorTypeEnum, ThreatLevelEnum } from "./enums.ts";
import { focalOf, threatArgs } from "./focal.ts";
import { minConfidenceArgs, readMinConfidence } from "./moment.ts";
import { firstArgs, readFirst } from "./paging.ts";
import { trendArgs } from "./period.ts";
import { TimelineEventType } from "./timeline.graphql.ts";
import { threatWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const RivalPointType = builder.objectRef<RivalPoint>("RivalPoint").implement({
  description:
    "A rival at a point of a trend: the same figures as threats on that day. All null on a day on which it is not a rival (not valid, no contact, same group) or threats cannot be judged.",
  fields: (t) => ({
    date: t.expose("date", { type: "Date", description: "The day." }),
    threat: t.exposeFloat("threat", { nullable: true, description: "0 to 1." }),
    low: t.exposeFloat("low", { nullable: true, description: "Lower bound." }),
    high: t.exposeFloat("high", { nullable: true, description: "Upper bound." }),
    level: t.expose("level", { type: ThreatLevelEnum, nullable: true, description: "The level of the threat." }),
    levelAtMost: t.expose("levelAtMost", {
      type: ThreatLevelEnum,
      nullable: true,
      description: "The level that high would have.",
    }),
    rank: t.exposeInt("rank", {
      nullable: true,
      description: "One more than there are rivals with a higher threat; equals share it.",
    }),
    type: t.expose("type", { type: CompetitorTypeEnum, nullable: true, description: "The competitor type." }),
  }),
});

const RivalTrendType = builder.objectRef<Loaded<RivalTrend>>("RivalTrend").implement({
  description: "The threat of a rival over time.",
  fields: (t) => ({
    rival: t.field({
      type: Actor,
      description: "The rival.",
      resolve: ({ loaded, rival }) => loaded.get("actors", rival),
    }),
    points: t.field({
      type: [RivalPointType],
      description: "One point for each date.",
      resolve: ({ points }) => points,
    }),
  }),
});

const TrendDateType = builder.objectRef<Loaded<TrendDate>>("TrendDate").implement({
  description: "A date of a trend and the events before it.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The day.", resolve: ({ date }) => date }),
    isJudged: t.exposeBoolean("isJudged", {
      description: "Whether the focal firm had a position on this day, so that threats could be judged.",
    }),
    events: t.field({
      type: [TimelineEventType],
      description: "What has happened after the date before, up to and including this day. Empty at the first date.",
      resolve: ({ loaded, events }) => withLoaded(loaded, events),
    }),
  }),
});

const ThreatTrendType = builder.objectRef<Loaded<ThreatTrend>>("ThreatTrend").implement({
  description: "Competitive threats to the focal firm over time.",
  fields: (t) => ({
    focal: t.field({
      type: Actor,
      description: "The focal firm.",
      resolve: ({ loaded, focal }) => loaded.get("actors", focal),
    }),
    dates: t.field({
      type: [TrendDateType],
      description: "The dates, earliest first.",
      resolve: ({ loaded, dates }) => withLoaded(loaded, dates),
    }),
    rivals: t.field({
      type: [RivalTrendType],
      description: "All that were rivals on any of the dates, by their highest threat, highest first.",
      resolve: ({ loaded, rivals }) => withLoaded(loaded, rivals),
    }),
  }),
});

builder.objectField(EcosystemType, "threatTrend", (t) =>
  t.field({
    type: ThreatTrendType,
    nullable: true,
    description:
      "Competitive threats over time: on the first day, after each step and on the last day, with the events in between. At most 400 points. Null when the ecosystem has no focal actor and none is given; a focal firm without a position on any of the days is an error.",
    args: {
      ...threatArgs,
      ...trendArgs,
      rival: t.arg.string({ description: "The key of a rival: only this one, and events about it or the focal firm." }),
      ...firstArgs,
      ...minConfidenceArgs,
      ...threatWeightArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, { from, to, step, ...args }) => {
      const loaded = await ecosystem.load();
      const focal = focalOf(loaded, args);
      const options = {
        focal,
        minConfidence: readMinConfidence(args),
        rival: args.rival ?? undefined,
        first: readFirst(args.first),
        halfLifeDays: args.halfLifeDays ?? undefined,
        weights: args.weights ?? undefined,
      };
      if (focal === undefined) return null;
      const trend = loaded.measure("threatTrend", { from, to, step, ...options }, () =>
        threatTrend(loaded.document, { from, to, step }, options),
      );
      return { ...trend, loaded };
    },
  }),
);
