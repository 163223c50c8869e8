import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";

/** A measure's answer names records by key; with the ecosystem at hand its resolvers can find them. */
export type Loaded<Answer> = Answer & { loaded: LoadedEcosystem };

export function withLoaded<Answer extends object>(
  loaded: LoadedEcosystem,
  answers: readonly Answer[],
): Loaded<Answer>[] {
  return answers.map((answer) => ({ ...answer, loaded }));
}
