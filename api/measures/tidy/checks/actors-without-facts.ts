import { refTo } from "../../../shared/record-ref.ts";
import type { Check } from "../check.ts";

/** Actors, other than the focal firm, that no record refers to. */
export const actorsWithoutFacts: Check = ({ facts, references }) =>
  [...facts.actors.values()]
    .filter(({ key }) => !references.has(key) && key !== facts.focal)
    .map(({ key, name, validFrom }) => ({
      subjects: [refTo("actors", key)],
      named: 1,
      sentence: `Nothing is recorded of ${name} but the actor itself.`,
      effect: null,
      since: validFrom ?? null,
      order: 0,
    }));
