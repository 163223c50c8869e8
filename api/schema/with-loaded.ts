import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";

/** Attaches the ecosystem to a measure's answer, which names records by key, so that resolvers can find them. */
export type Loaded<Answer> = Answer & { loaded: LoadedEcosystem };

export function withLoaded<Answer extends object>(
  loaded: LoadedEcosystem,
  answers: readonly Answer[],
): Loaded<Answer>[] {
  return answers.map((answer) => ({ ...answer, loaded }));
}
