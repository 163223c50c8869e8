import type { MapSearch } from "../search-params/map-search.ts";
import { type Facet, unrecorded } from "./facet.ts";
import { facets } from "./facets.ts";
import { isSet } from "./passes.ts";

/** One active condition: the text of its chip, and the change of the URL that removes it. */
interface Condition {
  id: string;
  words: string;
  without: Partial<MapSearch>;
}

/** All active conditions, in the order of the panel. */
export function conditionsOf(search: MapSearch): Condition[] {
  return facets.filter((facet) => isSet(facet, search)).flatMap((facet) => conditions(facet, search));
}

function conditions(facet: Facet, search: MapSearch): Condition[] {
  if (facet.type === "range") {
    const words = facet.words(search[facet.name]!);
    return [{ id: facet.name, words, without: { [facet.name]: undefined } }];
  }
  const chosen = search[facet.name]!;
  return chosen.map((value) => {
    const rest = chosen.filter((other) => other !== value);
    return {
      id: `${facet.name} ${value}`,
      words: value === unrecorded ? (facet.none ?? "Not recorded") : facet.words(value),
      without: { [facet.name]: rest.length > 0 ? rest : undefined },
    };
  });
}

/** The change of the URL that removes all conditions. */
export const noConditions: Partial<MapSearch> = Object.fromEntries(facets.map(({ name }) => [name, undefined]));
