import { figureOf, tooLittleKnown } from "../../scores/score-text.ts";
import { listed } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import type { Coherence } from "./coherence.graphql.ts";

type Dimension = Pick<Coherence["dimensions"][number], "kind" | "score" | "low" | "high" | "coverage" | "isIndicative">;

/** The lowest dimension in words, or those that are equal: none of them stands for the others. Null without any. */
export function lowestInWords({
  lowestDimensions,
  isIndicative,
  dimensions,
}: Pick<Coherence, "lowestDimensions" | "isIndicative"> & { dimensions: readonly Dimension[] }) {
  const found = dimensions.filter(({ kind }) => lowestDimensions.includes(kind));
  const [first] = found;
  if (!first) return null;
  const vague = found.filter((dimension) => dimension.isIndicative);
  const lead = isIndicative || vague.length > 0 ? "Of what is known, the" : "The";
  const names = listed(found.map(({ kind }) => dimensionWords[kind].toLowerCase()));
  if (found.length === 1) {
    const figure = first.isIndicative
      ? `at ${figureOf(first)} of 100; ${tooLittleKnown(first.coverage)}`
      : `at ${figureOf(first)} of 100`;
    return { before: `${lead} lowest dimension is`, names, figure };
  }
  const figure =
    vague.length === 0
      ? `each at ${figureOf(first)} of 100`
      : `with equal scores; too little is known of ${listed(vague.map((it) => `${dimensionWords[it.kind].toLowerCase()} (${figureOf(it)})`))}`;
  return { before: `${lead} lowest dimensions are`, names, figure };
}
