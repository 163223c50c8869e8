import { setImmediate } from "node:timers/promises";
import { factors, type ThreatFactorKind } from "../measures/threat/factors.ts";
import {
  type FrameBoundary,
  type FrameClaim,
  type FrameExtent,
  type FramePosition,
  type FrameRival,
  frames,
  type MapFrame,
} from "../measures/timeline/frames.ts";
import { builder } from "./builder.ts";
import { indicativeText } from "./coherence.graphql.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import {
  BoundaryStatusEnum,
  CompetitorTypeEnum,
  ThreatFactorKindEnum,
  ThreatLevelEnum,
  TypeSourceEnum,
  VoiceEnum,
} from "./enums.ts";
import { threatArgs } from "./focal.ts";
import { minConfidenceArgs, readMinConfidence } from "./moment.ts";
import { TypicalRivalType } from "./typical-rival.graphql.ts";
import { bothWeightArgs } from "./weights.ts";

interface FrameFactor {
  kind: ThreatFactorKind;
  value: number | null;
}

/** Field name of a factor: MARKET_SHARE as marketShare. */
const camelCase = (kind: string): string =>
  kind.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const FrameExtentType = builder.objectRef<FrameExtent>("FrameExtent").implement({
  description: "The involvement of an actor in an activity, to draw.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the activity." }),
    extent: t.exposeFloat("extent", { description: "The extent that counts, 0 to 1." }),
    own: t.exposeFloat("own", { nullable: true, description: "The actor's own claim, 0 to 1; null: none." }),
    others: t.exposeFloat("others", {
      nullable: true,
      description: "The mean of the others' claims, 0 to 1; null: none.",
    }),
    lead: t.exposeBoolean("lead", { description: "Whether its own claim says that it leads the activity." }),
    voice: t.expose("voice", { type: VoiceEnum, nullable: true, description: "Who says so; null: no claim does." }),
  }),
});

const FramePositionType = builder.objectRef<FramePosition>("FramePosition").implement({
  description: "The position of an actor, to draw.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the actor." }),
    key: t.exposeString("key", { description: "The key of the actor." }),
    servitization: t.exposeFloat("servitization", {
      nullable: true,
      description: "0: pure manufacturer; 1: holistic service provider; null: unknown.",
    }),
    breadth: t.exposeFloat("breadth", { description: "The effective number of activities, 1 or more." }),
    perceptionGap: t.exposeFloat("perceptionGap", {
      nullable: true,
      description: "Perception gap: the mean distance of its own claims from the others', 0 to 1; null: unknown.",
    }),
    voice: t.expose("voice", {
      type: VoiceEnum,
      nullable: true,
      description: "Who says what it does, over all activities; null: no claim is about it.",
    }),
    extents: t.expose("extents", { type: [FrameExtentType], description: "Its involvement in each activity." }),
  }),
});

const FrameClaimType = builder.objectRef<FrameClaim>("FrameClaim").implement({
  description: "A claim about an actor in an activity, to draw.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the claim." }),
    by: t.exposeID("by", { nullable: true, description: "The Node id of the speaker; null: our own assessment." }),
    about: t.exposeID("about", { description: "The Node id of the actor that it is about." }),
    extent: t.exposeFloat("extent", { description: "Extent of the involvement, 0 to 1." }),
    lead: t.exposeBoolean("lead", {
      nullable: true,
      description: "Whether the actor leads; null: the claim does not say.",
    }),
  }),
});

const FrameBoundaryType = builder.objectRef<FrameBoundary>("FrameBoundary").implement({
  description: "The boundary of an activity, to draw.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the activity." }),
    key: t.exposeString("key", { description: "The key of the activity." }),
    status: t.expose("status", { type: BoundaryStatusEnum, description: "Whether the lead is settled." }),
    value: t.exposeFloat("value", { nullable: true, description: "0 (no leader) to 1 (settled); null: unknown." }),
    leads: t.exposeIDList("leads", { description: "Node ids of the actors that claim to lead it." }),
    attributed: t.exposeIDList("attributed", {
      description: "Node ids of the actors that others name as its leader, without a claim of their own.",
    }),
    claims: t.expose("claims", { type: [FrameClaimType], description: "The claims that it is judged by." }),
  }),
});

const FrameFactorType = builder.objectRef<FrameFactor>("FrameFactor").implement({
  description: "The value of a factor of contact, to draw.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ThreatFactorKindEnum, description: "Which factor." }),
    value: t.exposeFloat("value", { nullable: true, description: "0 to 1; null: unknown." }),
  }),
});

const FrameRivalType = builder.objectRef<FrameRival>("FrameRival").implement({
  description: "The threat of a rival to the focal firm, to draw.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Node id of the rival." }),
    key: t.exposeString("key", { description: "The key of the rival." }),
    threat: t.exposeFloat("threat", { description: "0 to 1." }),
    low: t.exposeFloat("low", { description: "Lower bound." }),
    high: t.exposeFloat("high", { description: "Upper bound." }),
    level: t.expose("level", { type: ThreatLevelEnum, description: "The level of the threat." }),
    levelAtMost: t.expose("levelAtMost", { type: ThreatLevelEnum, description: "The level that high would have." }),
    rank: t.exposeInt("rank", { description: "One more than there are rivals with a higher threat; equals share it." }),
    type: t.expose("type", { type: CompetitorTypeEnum, description: "The competitor type." }),
    typeSource: t.expose("typeSource", {
      type: TypeSourceEnum,
      description: "Whether the type is inferred from facts or tagged by an analyst.",
    }),
    factors: t.field({
      type: [FrameFactorType],
      description: "The factors of contact, the same as in the fields named after them.",
      resolve: (rival) => factors.map(({ kind }) => ({ kind, value: rival.factors[kind] })),
    }),
    ...Object.fromEntries(
      factors.map(({ kind, description }) => [
        camelCase(kind),
        t.float({
          nullable: true,
          description: `${description} 0 to 1; null: unknown.`,
          resolve: (rival) => rival.factors[kind],
        }),
      ]),
    ),
  }),
});

const FrameCoherenceType = builder.objectRef<MapFrame["coherence"]>("FrameCoherence").implement({
  description: "Coherence, to draw.",
  fields: (t) => ({
    score: t.exposeFloat("score", { nullable: true, description: "0 to 1; null: no dimension can be scored." }),
    low: t.exposeFloat("low", { nullable: true, description: "Lower bound." }),
    high: t.exposeFloat("high", { nullable: true, description: "Upper bound." }),
    coverage: t.exposeFloat("coverage", {
      nullable: true,
      description: "Coverage: the share of weight that is known.",
    }),
    isIndicative: t.exposeBoolean("isIndicative", { description: indicativeText }),
  }),
});

const MapFrameType = builder.objectRef<MapFrame>("MapFrame").implement({
  description:
    "What the map draws on one day, as the difference from the frame before in the same answer: each list contains the rows that are new or have changed, and the ids of rows that are gone are listed separately; the first frame contains all rows. To get the whole list of a frame, merge each list into that of the frame before by id and remove the gone ones. Numbers are rounded to six decimals.",
  fields: (t) => ({
    date: t.expose("date", { type: "Date", description: "The day." }),
    positions: t.expose("positions", {
      type: [FramePositionType],
      description: "Actors whose position is new or has changed, by key.",
    }),
    positionsGone: t.exposeIDList("positionsGone", {
      description: "Node ids of actors that no longer have a position.",
    }),
    boundaries: t.expose("boundaries", {
      type: [FrameBoundaryType],
      description: "Activities whose boundary, or any claim on it, is new or has changed, by key.",
    }),
    boundariesGone: t.exposeIDList("boundariesGone", {
      description: "Node ids of activities that are no longer valid.",
    }),
    rivals: t.expose("rivals", {
      type: [FrameRivalType],
      nullable: true,
      description:
        "Rivals whose threat is new or has changed, highest first. Null: threats cannot be judged on that day, because there is no focal firm with a position; the next list that is not null contains all rivals.",
    }),
    rivalsGone: t.exposeIDList("rivalsGone", { description: "Node ids of actors that are no longer rivals." }),
    typicalRival: t.expose("typicalRival", {
      type: TypicalRivalType,
      nullable: true,
      description: "The typical rival on that day, whole in every frame; null when there is none.",
    }),
    coherence: t.expose("coherence", { type: FrameCoherenceType, description: "Coherence." }),
  }),
});

builder.objectField(EcosystemType, "frames", (t) =>
  t.field({
    type: [MapFrameType],
    description:
      "What the map draws on each of the dates, in one answer, so that a date slider needs no further request. Positions, boundaries and coherence are constant between two marks of the timeline; threats decline gradually.",
    args: {
      dates: t.arg({ type: ["Date"], required: true, description: "1 to 400 different days, earliest first." }),
      ...threatArgs,
      ...minConfidenceArgs,
      ...bothWeightArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, args) => {
      const loaded = await ecosystem.load();
      const options = {
        minConfidence: readMinConfidence(args),
        dimensionWeights: args.weights ?? undefined,
        focal: args.focal ?? undefined,
        threatWeights: args.threatWeights ?? undefined,
        halfLifeDays: args.halfLifeDays ?? undefined,
      };
      const { dates } = args;
      return loaded.measure("frames", { dates, ...options }, async () => {
        const made: MapFrame[] = [];
        for (const frame of frames(loaded.document, dates, (kind, key) => loaded.get(kind, key).id, options)) {
          made.push(frame);
          // Yields to other requests between two frames: one of a large ecosystem takes 0.1 s and more.
          await setImmediate();
        }
        return made;
      });
    },
  }),
);
