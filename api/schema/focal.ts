import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { DEFAULT_HALF_LIFE_DAYS } from "../measures/threat/focal-view.ts";
import { builder } from "./builder.ts";

/** Shared argument of what is seen from one firm. */
export const focalArgs = builder.args((t) => ({
  focal: t.string({ description: "The key of the focal firm; the ecosystem's focal actor when absent." }),
}));

/** Shared arguments of a threat: the focal firm, and how fast its rivals' moves fade. */
export const threatArgs = {
  ...focalArgs,
  ...builder.args((t) => ({
    halfLifeDays: t.int({ description: `Half-life of moves in days; ${DEFAULT_HALF_LIFE_DAYS} when absent.` }),
  })),
};

/** The focal firm that is asked for, else the ecosystem's own; undefined where it has none. */
export const focalOf = (loaded: LoadedEcosystem, args: { focal?: string | null }): string | undefined =>
  args.focal ?? loaded.head.focal;
