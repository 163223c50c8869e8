import { type ThreatChange, type ThreatTermChange, threatChange } from "../measures/threat/threat-change.ts";
import { requirePeriod } from "../measures/timeline/steps.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ThreatLevelEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { factsAt, readMoment } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { ThreatWeightInput } from "./threats.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const ThreatPartEnum = builder.enumType("ThreatPart", {
  description: "A factor of contact, or a damper.",
  values: {
    OVERLAP: { description: "How much of what the focal firm does it does too." },
    MARKET_COMMONALITY: { description: "How much the focal firm depends on customers that it serves too." },
    MOMENTUM: { description: "How hard it has lately moved into what the focal firm does." },
    ENTRY_BARRIER: { description: "What it lacks of what the activities require." },
    ECOSYSTEM_TIES: { description: "What binds it to the focal firm." },
  } as const,
});

const ThreatTermChangeType = builder.objectRef<Loaded<ThreatTermChange>>("ThreatTermChange").implement({
  description: "What one activity, customer, move, capability or tie adds to the change of a threat.",
  fields: (t) => ({
    part: t.field({ type: ThreatPartEnum, description: "In which factor or damper.", resolve: ({ part }) => part }),
    label: t.exposeString("label", { description: "In words." }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The records that it is about.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
    before: t.exposeFloat("before", {
      nullable: true,
      description: "Its share in the factor or damper; null: the factor or damper was unknown.",
    }),
    after: t.exposeFloat("after", {
      nullable: true,
      description: "Its share in the factor or damper; null: the factor or damper is unknown.",
    }),
    change: t.exposeFloat("change", { description: "What it adds to the threat's change, -1 to 1." }),
    sentence: t.exposeString("sentence", { description: "The reason in words; shares as 0 to 100." }),
    evidence: t.field({
      type: [Evidence],
      description: "Where the facts of both days come from.",
      resolve: ({ loaded, evidence }) => loaded.getAll("evidence", evidence),
    }),
  }),
});

const ThreatChangeType = builder.objectRef<Loaded<ThreatChange>>("ThreatChange").implement({
  description: "The difference of one rival's threat on two days, term by term; all parts add up to the whole.",
  fields: (t) => ({
    focal: t.field({
      type: Actor,
      description: "Seen from whom.",
      resolve: ({ loaded, focal }) => loaded.get("actors", focal),
    }),
    rival: t.field({ type: Actor, description: "Who.", resolve: ({ loaded, rival }) => loaded.get("actors", rival) }),
    from: t.field({ type: "Date", description: "The earlier day.", resolve: ({ from }) => from }),
    to: t.field({ type: "Date", description: "The later day.", resolve: ({ to }) => to }),
    before: t.exposeFloat("before", { description: "The threat on the earlier day; 0 when it was no rival." }),
    after: t.exposeFloat("after", { description: "The threat on the later day; 0 when it is no rival." }),
    levelBefore: t.field({
      type: ThreatLevelEnum,
      description: "In a word.",
      resolve: ({ levelBefore }) => levelBefore,
    }),
    levelAfter: t.field({ type: ThreatLevelEnum, description: "In a word.", resolve: ({ levelAfter }) => levelAfter }),
    change: t.exposeFloat("change", { description: "After minus before." }),
    items: t.field({
      type: [ThreatTermChangeType],
      description: "By what they change, up or down, the most first.",
      resolve: ({ loaded, items }) => withLoaded(loaded, items),
    }),
  }),
});

builder.objectField(EcosystemType, "threatChange", (t) =>
  t.field({
    type: ThreatChangeType,
    nullable: true,
    description:
      "Why a rival's threat differs between two days: term by term, adding up to the whole. Null when the ecosystem has no focal actor and none is given.",
    args: {
      rival: t.arg.string({ required: true, description: "An actor's key." }),
      focal: t.arg.string({ description: "An actor's key; the ecosystem's focal actor when absent." }),
      from: t.arg({ type: "Date", required: true, description: "The earlier day." }),
      to: t.arg({ type: "Date", required: true, description: "The later day." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
      halfLifeDays: t.arg.int({ description: "After how many days a move weighs half; 180 when absent." }),
      weights: t.arg({ type: [ThreatWeightInput], description: "0.4, 0.4 and 0.2 when absent." }),
    },
    complexity: { field: 50, multiplier: 3 },
    resolve: async (ecosystem, args, context) => {
      const loaded = await ecosystem.load();
      const { from, to } = requirePeriod(args);
      const { rival } = args;
      const { minConfidence } = readMoment(args, context.today);
      const focal = args.focal ?? loaded.head.focal;
      if (focal === undefined) return null;
      const options = { focal, weights: args.weights ?? undefined, halfLifeDays: args.halfLifeDays ?? undefined };
      const change = loaded.measure("threatChange", { from, to, rival, minConfidence, ...options }, () =>
        threatChange(
          factsAt(loaded, { asOf: from, minConfidence }),
          factsAt(loaded, { asOf: to, minConfidence }),
          rival,
          options,
        ),
      );
      return { ...change, loaded };
    },
  }),
);
