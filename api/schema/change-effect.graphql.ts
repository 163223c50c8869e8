import { builder } from "./builder.ts";
import { ChangeResult, type Result } from "./change-result.graphql.ts";
import { CoherenceSummaryType } from "./coherence.graphql.ts";
import type { ApiContext } from "./context.ts";
import { measureCost } from "./cost.ts";
import { type Effect, effectOf, withEntries } from "./effect-of.ts";
import { focalArgs } from "./focal.ts";
import { momentArgs, readMoment } from "./moment.ts";

const ThreatEffect = builder.objectRef<Effect["threats"][number]>("ThreatEffect").implement({
  description: "A competitive threat that a change has changed.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "The key of the rival." }),
    name: t.exposeString("name", { description: "Its name." }),
    before: t.exposeFloat("before", { nullable: true, description: "0 to 1; null where it was no rival." }),
    after: t.exposeFloat("after", { nullable: true, description: "0 to 1; null where it is no rival." }),
  }),
});

const ChangeEffect = builder.objectRef<Effect>("ChangeEffect").implement({
  description: "What a change does to coherence and competitive threats.",
  fields: (t) => ({
    before: t.expose("before", { type: CoherenceSummaryType, description: "Coherence before the change." }),
    after: t.expose("after", { type: CoherenceSummaryType, description: "Coherence after it." }),
    threats: t.expose("threats", {
      type: [ThreatEffect],
      description: "Only those that change, largest change first.",
    }),
  }),
});

/** The ecosystem before and after a change; null where there is none before it. */
async function statesOf({ ecosystem: key, revision, changed, loadedBefore, isDryRun }: Result, context: ApiContext) {
  if (isDryRun || revision === null)
    return loadedBefore && { before: loadedBefore, after: withEntries(loadedBefore, changed) };
  const now = await context.ecosystem(key);
  const after = now?.revision === revision ? now : await context.ecosystemAt(key, revision);
  const isNext = loadedBefore?.revision === revision - 1;
  const before = isNext || revision === 1 ? loadedBefore : await context.ecosystemAt(key, revision - 1);
  return before && after && { before, after };
}

builder.objectField(ChangeResult, "effect", (t) =>
  t.field({
    type: ChangeEffect,
    nullable: true,
    description:
      "Coherence and threats before and after, computed when asked for; of a dry run too. Null after an error, and of a new ecosystem.",
    args: { ...focalArgs, ...momentArgs },
    complexity: measureCost,
    resolve: async (result, args, context) => {
      if (result.errors.length > 0) return null;
      const moment = readMoment(args, context.today);
      const states = await statesOf(result, context);
      return states && effectOf(states.before, states.after, moment, args.focal ?? undefined);
    },
  }),
);
