import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { factsInForce } from "../time/in-force.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";

/** Shared argument of everything that is computed from facts, on one date or on many. */
export const minConfidenceArgs = builder.args((t) => ({
  minConfidence: t.float({
    description: "Excludes facts with a lower confidence, 0 to 1; 0 when absent. Facts of unknown confidence are kept.",
  }),
}));

/** Shared argument: the date. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({ type: "Date", description: "The date on which facts must be valid; today (UTC) when absent." }),
}));

/** Shared arguments of a measure: date and minimum confidence of its facts. */
export const momentArgs = {
  ...asOfArgs,
  ...minConfidenceArgs,
};

/** Shared arguments of what can be read for all dates at once. */
export const anyMomentArgs = {
  ...builder.args((t) => ({
    asOf: t.field({ type: "Date", description: "Only what is valid on this date; all dates when absent." }),
  })),
  ...minConfidenceArgs,
};

export interface MomentArgs {
  asOf?: string | null;
  minConfidence?: number | null;
}

export interface Moment {
  asOf: string;
  minConfidence: number;
}

export function readMinConfidence({ minConfidence }: Pick<MomentArgs, "minConfidence">): number {
  const given = minConfidence ?? 0;
  if (!(given >= 0 && given <= 1))
    throw new InvalidInput(`minConfidence is ${given}: give a number from 0 to 1.`, "BAD_CONFIDENCE");
  return given;
}

/** The moment that a measure is asked for: today and confidence 0 when absent. */
export const readMoment = (args: MomentArgs, today: string): Moment => ({
  asOf: args.asOf ?? today,
  minConfidence: readMinConfidence(args),
});

/** The facts in force at a moment, indexed once for all measures of it; after a change only what it concerns. */
export function factsAt(loaded: LoadedEcosystem, moment: Moment): ReturnType<typeof factsInForce> {
  return loaded.measure("facts", moment, () =>
    factsInForce(loaded.document, moment, loaded.memosOf("facts", moment)("facts")),
  );
}

/** Input of a measure's resolver. The facts are indexed only when the measure is not cached and needs them. */
export async function loadAt(ecosystem: EcosystemNode, args: MomentArgs, context: ApiContext) {
  const loaded = await ecosystem.load();
  const moment = readMoment(args, context.today);
  return { loaded, moment, facts: () => factsAt(loaded, moment) };
}
