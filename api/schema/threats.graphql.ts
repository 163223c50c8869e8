import { DEFAULT_HALF_LIFE_DAYS } from "../measures/threat/focal-view.ts";
import { type HighestThreat, threats } from "../measures/threat/threat.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { CompetitorTypeEnum, ThreatLevelEnum, TypeSourceEnum } from "./enums.ts";
import { focalOf, threatArgs } from "./focal.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { firstArgs, readFirst } from "./paging.ts";
import { Move } from "./records.graphql.ts";
import { type PlacedThreat, placeDamper, placeFactor, ThreatDamper, ThreatFactor } from "./threat-parts.graphql.ts";
import { TypicalRivalType } from "./typical-rival.graphql.ts";
import { threatWeightArgs } from "./weights.ts";
import type { Loaded } from "./with-loaded.ts";

type Assessment = ReturnType<typeof threats>;

const ThreatType = builder.objectRef<PlacedThreat>("Threat").implement({
  description: "The competitive threat of a rival to the focal firm (docs/model.md, section 5).",
  fields: (t) => ({
    rival: t.field({
      type: Actor,
      description: "The rival.",
      resolve: ({ loaded, rival }) => loaded.get("actors", rival),
    }),
    threat: t.exposeFloat("threat", { description: "0 to 1." }),
    low: t.exposeFloat("low", { description: "Lower bound." }),
    high: t.exposeFloat("high", { description: "Upper bound." }),
    level: t.expose("level", { type: ThreatLevelEnum, description: "The level of the threat, as it is shown." }),
    levelAtMost: t.expose("levelAtMost", { type: ThreatLevelEnum, description: "The level that high would have." }),
    rank: t.exposeInt("rank", { description: "One more than there are rivals with a higher threat; equals share it." }),
    group: t.field({
      type: Actor,
      nullable: true,
      description: "The head of its group by ownership; null when it belongs to none.",
      resolve: ({ loaded, group }) => (group === null ? null : loaded.get("actors", group)),
    }),
    type: t.expose("type", { type: CompetitorTypeEnum, description: "The competitor type that applies." }),
    typeSource: t.expose("typeSource", {
      type: TypeSourceEnum,
      description: "Whether the type is inferred from facts or tagged by an analyst.",
    }),
    inferredType: t.expose("inferredType", { type: CompetitorTypeEnum, description: "The type inferred from facts." }),
    tagOutdated: t.exposeBoolean("tagOutdated", { description: "Whether an analyst's tag and the facts differ." }),
    contact: t.exposeFloat("contact", {
      description: "Contact: the weighted mean of all factors, an unknown one adding nothing, before dampers.",
    }),
    factors: t.field({
      type: [ThreatFactor],
      description: "The factors of contact.",
      resolve: (threat) => threat.factors.map((factor) => placeFactor(factor, threat)),
    }),
    dampers: t.field({
      type: [ThreatDamper],
      description: "What reduces it.",
      resolve: (threat) => threat.dampers.map((damper) => placeDamper(damper, threat)),
    }),
    moves: t.field({
      type: [Move],
      description: "All its valid moves, oldest first; those that count in momentum are the terms of that factor.",
      resolve: ({ loaded, moves }) => loaded.getAll("moves", moves),
    }),
  }),
});

const HighestThreatType = builder.objectRef<Loaded<HighestThreat>>("HighestThreat").implement({
  description: "The rivals that share the first rank: equal ones stand together, and no headline names one of them.",
  fields: (t) => ({
    rivals: t.field({
      type: [Actor],
      description: "The rivals: several when their threats are equal.",
      resolve: ({ loaded, rivals }) => loaded.getAll("actors", rivals),
    }),
    threat: t.exposeFloat("threat", { description: "0 to 1, of each." }),
    low: t.exposeFloat("low", { description: "The lowest of their lower bounds." }),
    high: t.exposeFloat("high", { description: "The highest of their upper bounds." }),
    level: t.expose("level", { type: ThreatLevelEnum, description: "The level of the threat, as it is shown." }),
    levelAtMost: t.expose("levelAtMost", { type: ThreatLevelEnum, description: "The level that high would have." }),
    sentence: t.exposeString("sentence", { description: "The same in a sentence." }),
  }),
});

const CompetitorTypeCount = builder.objectRef<Assessment["countsByType"][number]>("CompetitorTypeCount").implement({
  description: "The number of rivals of a competitor type.",
  fields: (t) => ({
    type: t.expose("type", { type: CompetitorTypeEnum, description: "The competitor type." }),
    count: t.exposeInt("count", { description: "The number of rivals." }),
    highest: t.exposeFloat("highest", {
      nullable: true,
      description: "The highest threat among them; null: there is none.",
    }),
  }),
});

export const ThreatAssessmentType = builder.objectRef<Loaded<Assessment>>("ThreatAssessment").implement({
  description: "The competitive threats to the focal firm, and its responses (docs/model.md, section 5).",
  fields: (t) => ({
    focal: t.field({
      type: Actor,
      description: "The focal firm.",
      resolve: ({ loaded, focal }) => loaded.get("actors", focal),
    }),
    asOf: t.field({ type: "Date", description: "The date of the facts.", resolve: ({ asOf }) => asOf }),
    revision: t.int({
      description: "The revision of the ecosystem.",
      resolve: ({ loaded }) => loaded.revision,
    }),
    halfLifeDays: t.exposeFloat("halfLifeDays", { description: "The half-life of moves in days." }),
    defaultHalfLifeDays: t.int({
      description: "The half-life of moves in days when none is given.",
      resolve: () => DEFAULT_HALF_LIFE_DAYS,
    }),
    rivals: t.field({
      type: [ThreatType],
      description: "Rivals, highest threat first; the arguments types and first apply to this list only.",
      resolve: ({ loaded, rivals, asOf, minConfidence, focal, halfLifeDays }) =>
        rivals.map((threat) => ({
          ...threat,
          loaded,
          seen: { moment: { asOf, minConfidence }, focal, halfLifeDays, rival: threat.rival },
        })),
    }),
    highest: t.field({
      type: HighestThreatType,
      nullable: true,
      description: "The highest threat, whatever the arguments types and first; null when there is no rival.",
      resolve: ({ loaded, highest }) => highest && { ...highest, loaded },
    }),
    countsByType: t.field({
      type: [CompetitorTypeCount],
      description: "The number of rivals of each type.",
      resolve: ({ countsByType }) => countsByType,
    }),
    typicalRival: t.expose("typicalRival", {
      type: TypicalRivalType,
      nullable: true,
      description:
        "The typical one of all rivals, whatever the arguments types and first; null when there is no rival whose overlap and market commonality are known.",
    }),
    unansweredMoves: t.field({
      type: [Move],
      description: "Moves of rivals without a response, oldest first.",
      resolve: ({ loaded, unansweredMoves }) => loaded.getAll("moves", unansweredMoves),
    }),
    medianResponseDays: t.exposeFloat("medianResponseDays", {
      nullable: true,
      description: "Median number of days from a rival's move to our response; null: there is no response.",
    }),
    firstMoverShare: t.exposeFloat("firstMoverShare", {
      nullable: true,
      description:
        "First-mover share, 0 to 1: of the activities in which both made moves, those in which we moved first; null: there are none.",
    }),
  }),
});

builder.objectField(EcosystemType, "threats", (t) =>
  t.field({
    type: ThreatAssessmentType,
    nullable: true,
    description:
      "Competitive threats to the focal firm. Null when the ecosystem has no focal actor and none is given; an unknown one, or one without a position, is an error.",
    args: {
      ...threatArgs,
      ...momentArgs,
      types: t.arg({ type: [CompetitorTypeEnum], description: "Only rivals of these types." }),
      ...firstArgs,
      ...threatWeightArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const first = readFirst(args.first);
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      const focal = focalOf(loaded, args);
      if (focal === undefined) return null;
      const options = {
        focal,
        weights: args.weights ?? undefined,
        halfLifeDays: args.halfLifeDays ?? undefined,
        types: args.types ?? undefined,
        first,
      };
      const answer = loaded.measure("threats", { ...moment, ...options }, () => threats(facts(), options));
      return { ...answer, loaded };
    },
  }),
);
