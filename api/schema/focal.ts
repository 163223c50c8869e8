import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { DEFAULT_HALF_LIFE_DAYS } from "../measures/threat/focal-view.ts";
import type { Facts } from "../time/facts.ts";
import { builder } from "./builder.ts";

/** Shared argument: the focal firm. */
export const focalArgs = builder.args((t) => ({
  focal: t.string({ description: "The key of the focal firm; the ecosystem's focal actor when absent." }),
}));

/** Shared arguments of a threat: the focal firm, and the half-life of its rivals' moves. */
export const threatArgs = {
  ...focalArgs,
  ...builder.args((t) => ({
    halfLifeDays: t.int({ description: `Half-life of moves in days; ${DEFAULT_HALF_LIFE_DAYS} when absent.` }),
  })),
};

/** Key of the requested focal firm, else of the ecosystem's own; undefined without one. */
export const focalOf = (loaded: LoadedEcosystem, args: { focal?: string | null }): string | undefined =>
  args.focal ?? loaded.head.focal;

/**
 * What is measured of the focal firm's customers on a day; null where the ecosystem's own firm is not in force then, and
 * has none. One that a caller names and that is not there is an error.
 */
export const ofCustomers = <Answer>(
  facts: Facts,
  args: { focal?: string | null },
  focal: string,
  measure: (facts: Facts, focal: string) => Answer,
): Answer | null => (args.focal == null && !facts.actors.has(focal) ? null : measure(facts, focal));
