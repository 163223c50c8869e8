import {
  type RivalPoint,
  type RivalTrend,
  type ThreatTrend,
  type TrendDate,
  threatTrend,
} from "../measures/threat/threat-trend.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CompetitorTypeEnum, ThreatLevelEnum } from "./enums.ts";
import { readMoment } from "./moment.ts";
import { readFirst } from "./paging.ts";
import { ThreatWeightInput } from "./threats.graphql.ts";
import { TimelineEventType } from "./timeline.graphql.ts";
import { TrendStepEnum } from "./trend-step.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const RivalPointType = builder.objectRef<RivalPoint>("RivalPoint").implement({
  description:
    "A rival on one day of a trend: exactly what threats says of it. All null on a day on which it is no rival (not there, no contact, of the same owner) or nobody is judged.",
  fields: (t) => ({
    date: t.expose("date", { type: "Date", description: "The day." }),
    threat: t.exposeFloat("threat", { nullable: true, description: "0 to 1." }),
    low: t.exposeFloat("low", { nullable: true, description: "What it is at least." }),
    high: t.exposeFloat("high", { nullable: true, description: "What it is at most." }),
    level: t.expose("level", { type: ThreatLevelEnum, nullable: true, description: "The threat in a word." }),
    type: t.expose("type", { type: CompetitorTypeEnum, nullable: true, description: "What kind of competitor." }),
  }),
});

const RivalTrendType = builder.objectRef<Loaded<RivalTrend>>("RivalTrend").implement({
  description: "The threat of one rival over time.",
  fields: (t) => ({
    rival: t.field({ type: Actor, description: "Who.", resolve: ({ loaded, rival }) => loaded.get("actors", rival) }),
    points: t.field({ type: [RivalPointType], description: "One for each date.", resolve: ({ points }) => points }),
  }),
});

const TrendDateType = builder.objectRef<Loaded<TrendDate>>("TrendDate").implement({
  description: "One day of a trend and what led up to it.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The day.", resolve: ({ date }) => date }),
    isJudged: t.exposeBoolean("isJudged", { description: "Whether the focal firm had a position on it." }),
    events: t.field({
      type: [TimelineEventType],
      description: "What happened since the date before, up to and on this day. None at the first.",
      resolve: ({ loaded, events }) => withLoaded(loaded, events),
    }),
  }),
});

const ThreatTrendType = builder.objectRef<Loaded<ThreatTrend>>("ThreatTrend").implement({
  description: "Threats to a focal firm over time.",
  fields: (t) => ({
    focal: t.field({
      type: Actor,
      description: "Seen from whom.",
      resolve: ({ loaded, focal }) => loaded.get("actors", focal),
    }),
    dates: t.field({
      type: [TrendDateType],
      description: "Earliest first.",
      resolve: ({ loaded, dates }) => withLoaded(loaded, dates),
    }),
    rivals: t.field({
      type: [RivalTrendType],
      description: "Whoever was a rival on any of the dates, by the highest threat on any, highest first.",
      resolve: ({ loaded, rivals }) => withLoaded(loaded, rivals),
    }),
  }),
});

builder.objectField(EcosystemType, "threatTrend", (t) =>
  t.field({
    type: ThreatTrendType,
    nullable: true,
    description:
      "Threats over time: at from, at each step after it and at to; with what happened in between. At most 400 points. Null when the ecosystem has no focal actor and none is given; a focal firm without a position on any of the days is an error.",
    args: {
      focal: t.arg.string({ description: "An actor's key; the ecosystem's focal actor when absent." }),
      from: t.arg({ type: "Date", required: true, description: "The first point." }),
      to: t.arg({ type: "Date", required: true, description: "The last point, after from." }),
      step: t.arg({ type: TrendStepEnum, required: true, description: "How far apart the points are." }),
      rival: t.arg.string({ description: "An actor's key: only this rival, and events about it or the focal firm." }),
      first: t.arg.int({ description: "At most so many rivals, 0 to 100." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
      halfLifeDays: t.arg.int({ description: "After how many days a move weighs half; 180 when absent." }),
      weights: t.arg({ type: [ThreatWeightInput], description: "0.4, 0.4 and 0.2 when absent." }),
    },
    complexity: { field: 50, multiplier: 3 },
    resolve: async (ecosystem, { from, to, step, ...args }, context) => {
      const loaded = await ecosystem.load();
      const focal = args.focal ?? loaded.head.focal;
      const options = {
        focal,
        minConfidence: readMoment(args, context.today).minConfidence,
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
