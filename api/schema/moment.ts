import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { factsInForce } from "../time/in-force.ts";

interface MomentArgs {
  asOf?: string | null;
  minConfidence?: number | null;
}

export interface Moment {
  asOf: string;
  minConfidence: number;
}

/** The date and the least confidence that a measure is asked for: today and 0 when absent (model.md section 1). */
export function readMoment(args: MomentArgs, today: string): Moment {
  const minConfidence = args.minConfidence ?? 0;
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new InvalidInput(`minConfidence is ${minConfidence}: give a number from 0 to 1.`, "BAD_CONFIDENCE");
  }
  return { asOf: args.asOf ?? today, minConfidence };
}

/** The facts in force at a moment, gathered once for all measures of it. */
export function factsAt(loaded: LoadedEcosystem, moment: Moment): ReturnType<typeof factsInForce> {
  return loaded.measure("facts", moment, () => factsInForce(loaded.document, moment));
}
