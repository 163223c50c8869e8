import {
  type FrameBoundary,
  type FrameClaim,
  type FramePosition,
  type FrameRival,
  frames,
  type MapFrame,
} from "../measures/timeline/frames.ts";
import { builder } from "./builder.ts";
import { DimensionWeightInput } from "./coherence.graphql.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { BoundaryStatusEnum, CompetitorTypeEnum, ThreatLevelEnum } from "./enums.ts";
import { readMoment } from "./moment.ts";
import { ThreatWeightInput } from "./threats.graphql.ts";

const FramePositionType = builder.objectRef<FramePosition>("FramePosition").implement({
  description: "Where an actor stands, for drawing.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The actor's Node id." }),
    key: t.exposeString("key", { description: "The actor's key." }),
    servitization: t.exposeFloat("servitization", {
      nullable: true,
      description: "0 is a pure manufacturer, 1 a holistic service provider; null: unknown.",
    }),
    breadth: t.exposeFloat("breadth", { description: "The effective number of activities, 1 or more." }),
    perceptionGap: t.exposeFloat("perceptionGap", {
      nullable: true,
      description: "Mean distance of its own claims and others', 0 to 1; null: unknown.",
    }),
  }),
});

const FrameClaimType = builder.objectRef<FrameClaim>("FrameClaim").implement({
  description: "What somebody says of an actor in an activity, for drawing.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The claim's Node id." }),
    by: t.exposeID("by", { nullable: true, description: "The Node id of who says so; null: our own assessment." }),
    about: t.exposeID("about", { description: "The Node id of the actor that it is about." }),
    extent: t.exposeFloat("extent", { description: "How far, 0 to 1." }),
    lead: t.exposeBoolean("lead", { nullable: true, description: "Whether it leads; null: nothing is said of it." }),
  }),
});

const FrameBoundaryType = builder.objectRef<FrameBoundary>("FrameBoundary").implement({
  description: "Who leads an activity, for drawing.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The activity's Node id." }),
    key: t.exposeString("key", { description: "The activity's key." }),
    status: t.expose("status", { type: BoundaryStatusEnum, description: "How far it is settled." }),
    value: t.exposeFloat("value", { nullable: true, description: "0 (nobody) to 1 (settled); null: unknown." }),
    leads: t.exposeIDList("leads", { description: "Node ids of those who say of themselves that they lead." }),
    attributed: t.exposeIDList("attributed", {
      description: "Node ids of those whom others name, though they do not say so themselves.",
    }),
    claims: t.expose("claims", { type: [FrameClaimType], description: "What it is judged by." }),
  }),
});

const FrameRivalType = builder.objectRef<FrameRival>("FrameRival").implement({
  description: "The threat of one rival to the focal firm, for drawing.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The rival's Node id." }),
    key: t.exposeString("key", { description: "The rival's key." }),
    threat: t.exposeFloat("threat", { description: "0 to 1." }),
    low: t.exposeFloat("low", { description: "What it is at least." }),
    high: t.exposeFloat("high", { description: "What it is at most." }),
    level: t.expose("level", { type: ThreatLevelEnum, description: "The threat in a word." }),
    type: t.expose("type", { type: CompetitorTypeEnum, description: "What kind of competitor." }),
    overlap: t.exposeFloat("overlap", {
      nullable: true,
      description: "How much of what the focal firm does it does too, 0 to 1; null: unknown.",
    }),
    marketCommonality: t.exposeFloat("marketCommonality", {
      nullable: true,
      description: "How much the focal firm depends on customers that it serves too, 0 to 1; null: unknown.",
    }),
    momentum: t.exposeFloat("momentum", {
      nullable: true,
      description: "How hard it has lately moved into what the focal firm does, 0 to 1.",
    }),
  }),
});

const FrameCoherenceType = builder.objectRef<MapFrame["coherence"]>("FrameCoherence").implement({
  description: "How well it all fits together, for drawing.",
  fields: (t) => ({
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be judged." }),
    low: t.exposeFloat("low", { nullable: true, description: "What it is at least." }),
    high: t.exposeFloat("high", { nullable: true, description: "What it is at most." }),
    coverage: t.exposeFloat("coverage", { nullable: true, description: "The share of weight that is known." }),
  }),
});

const MapFrameType = builder.objectRef<MapFrame>("MapFrame").implement({
  description:
    "What the map draws on one day, as what has changed: each list has only the rows that are new or differ from the frame before in the same answer, and ids that are gone stand beside it; the first frame has all rows. To get a frame's whole lists, lay each list over that of the frame before by id and take out the gone ones. Numbers are rounded to six decimals.",
  fields: (t) => ({
    date: t.expose("date", { type: "Date", description: "The day." }),
    positions: t.expose("positions", {
      type: [FramePositionType],
      description: "Actors whose position is new or another than in the frame before, by key.",
    }),
    positionsGone: t.exposeIDList("positionsGone", {
      description: "Node ids of actors that have no position any more.",
    }),
    boundaries: t.expose("boundaries", {
      type: [FrameBoundaryType],
      description: "Activities whose boundary, or any claim on it, is new or another than in the frame before, by key.",
    }),
    boundariesGone: t.exposeIDList("boundariesGone", { description: "Node ids of activities that are gone." }),
    rivals: t.expose("rivals", {
      type: [FrameRivalType],
      nullable: true,
      description:
        "Rivals whose threat is new or another than in the frame before, highest first. Null: nobody is judged that day, for want of a focal firm with a position; the next list that is not null has all rivals again.",
    }),
    rivalsGone: t.exposeIDList("rivalsGone", { description: "Node ids of actors that are no rivals any more." }),
    coherence: t.expose("coherence", { type: FrameCoherenceType, description: "How well it all fits together." }),
  }),
});

builder.objectField(EcosystemType, "frames", (t) =>
  t.field({
    type: [MapFrameType],
    description:
      "What the map draws on each of the dates, in one answer, for a slider that asks nothing more while it moves. Positions, boundaries and coherence stay the same from one mark of the timeline to the next; threats fade a little in between.",
    args: {
      dates: t.arg({ type: ["Date"], required: true, description: "1 to 400 days, each once, earliest first." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
      weights: t.arg({ type: [DimensionWeightInput], description: "Of coherence: 1 each when absent." }),
      focal: t.arg.string({ description: "An actor's key; the ecosystem's focal actor when absent." }),
      threatWeights: t.arg({ type: [ThreatWeightInput], description: "Of threats: 0.4, 0.4 and 0.2 when absent." }),
      halfLifeDays: t.arg.int({ description: "After how many days a move weighs half; 180 when absent." }),
    },
    complexity: { field: 50, multiplier: 3 },
    resolve: async (ecosystem, args, context) => {
      const loaded = await ecosystem.load();
      const options = {
        minConfidence: readMoment(args, context.today).minConfidence,
        dimensionWeights: args.weights ?? undefined,
        focal: args.focal ?? undefined,
        threatWeights: args.threatWeights ?? undefined,
        halfLifeDays: args.halfLifeDays ?? undefined,
      };
      const { dates } = args;
      return loaded.measure("frames", { dates, ...options }, () =>
        frames(loaded.document, dates, (kind, key) => loaded.get(kind, key).id, options),
      );
    },
  }),
);
