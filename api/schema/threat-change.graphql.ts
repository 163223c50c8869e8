import { type ThreatChange, type ThreatTermChange, threatChange } from "../measures/threat/threat-change.ts";
import { requirePeriod } from "../measures/timeline/steps.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ThreatLevelEnum, ThreatPartEnum } from "./enums.ts";
import { Evidence } from "./evidence.graphql.ts";
import { focalOf, threatArgs } from "./focal.ts";
import { factsAt, minConfidenceArgs, readMinConfidence } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { periodArgs } from "./period.ts";
import { threatWeightArgs } from "./weights.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const ThreatTermChangeType = builder.objectRef<Loaded<ThreatTermChange>>("ThreatTermChange").implement({
  description: "The contribution of an activity, customer, move, capability or tie to the change of a threat.",
  fields: (t) => ({
    part: t.field({
      type: ThreatPartEnum,
      description: "The factor or damper that it is a term of.",
      resolve: ({ part }) => part,
    }),
    label: t.exposeString("label", { description: "The term in words." }),
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
    change: t.exposeFloat("change", { description: "Its contribution to the change of the threat, -1 to 1." }),
    sentence: t.exposeString("sentence", { description: "The reason in words; shares in points from 0 to 100." }),
    evidence: t.field({
      type: [Evidence],
      description: "The sources of the facts of both days.",
      resolve: ({ loaded, evidence }) => loaded.getAll("evidence", evidence),
    }),
  }),
});

const ThreatChangeType = builder.objectRef<Loaded<ThreatChange>>("ThreatChange").implement({
  description:
    "The difference in the threat of a rival between two days, term by term. Contributions add up to the change.",
  fields: (t) => ({
    focal: t.field({
      type: Actor,
      description: "The focal firm.",
      resolve: ({ loaded, focal }) => loaded.get("actors", focal),
    }),
    rival: t.field({
      type: Actor,
      description: "The rival.",
      resolve: ({ loaded, rival }) => loaded.get("actors", rival),
    }),
    from: t.field({ type: "Date", description: "The first day.", resolve: ({ from }) => from }),
    to: t.field({ type: "Date", description: "The last day.", resolve: ({ to }) => to }),
    before: t.exposeFloat("before", { description: "The threat on the first day; 0 when it was not a rival." }),
    after: t.exposeFloat("after", { description: "The threat on the last day; 0 when it was not a rival." }),
    levelBefore: t.field({
      type: ThreatLevelEnum,
      description: "The level on the first day.",
      resolve: ({ levelBefore }) => levelBefore,
    }),
    levelAfter: t.field({
      type: ThreatLevelEnum,
      description: "The level on the last day.",
      resolve: ({ levelAfter }) => levelAfter,
    }),
    change: t.exposeFloat("change", { description: "After minus before." }),
    items: t.field({
      type: [ThreatTermChangeType],
      description: "By the size of their contribution, up or down, largest first.",
      resolve: ({ loaded, items }) => withLoaded(loaded, items),
    }),
  }),
});

builder.objectField(EcosystemType, "threatChange", (t) =>
  t.field({
    type: ThreatChangeType,
    nullable: true,
    description:
      "Why the threat of a rival differs between two days: term by term, adding up to the change. Null when the ecosystem has no focal actor and none is given.",
    args: {
      rival: t.arg.string({ required: true, description: "The key of the rival." }),
      ...threatArgs,
      ...periodArgs,
      ...minConfidenceArgs,
      ...threatWeightArgs,
    },
    complexity: measureCost,
    resolve: async (ecosystem, args) => {
      const loaded = await ecosystem.load();
      const { from, to } = requirePeriod(args);
      const { rival } = args;
      const minConfidence = readMinConfidence(args);
      const focal = focalOf(loaded, args);
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
