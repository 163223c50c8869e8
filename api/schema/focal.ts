import type { EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { DEFAULT_HALF_LIFE_DAYS } from "../measures/threat/focal-view.ts";
import type { Facts } from "../time/facts.ts";
import { builder } from "./builder.ts";
import type { ApiContext } from "./context.ts";
import { loadAt, type MomentArgs } from "./moment.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

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
 * What is measured of the focal firm's customers at a moment; null without a focal firm, and where the ecosystem's own is
 * not in force then. One that a caller names has to be.
 */
export async function ofCustomers<Answer extends object>(
  ecosystem: EcosystemNode,
  args: MomentArgs & { focal?: string | null },
  context: ApiContext,
  name: string,
  measure: (facts: Facts, focal: string) => readonly Answer[],
): Promise<Loaded<Answer>[] | null> {
  const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
  const focal = focalOf(loaded, args);
  if (focal === undefined) return null;
  const isNamed = args.focal != null;
  const answers = loaded.measure(name, { ...moment, focal, isNamed }, () =>
    isNamed || facts().actors.has(focal) ? measure(facts(), focal) : null,
  );
  return answers && withLoaded(loaded, answers);
}
