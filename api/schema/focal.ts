import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { DEFAULT_HALF_LIFE_DAYS } from "../measures/threat/focal-view.ts";
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
