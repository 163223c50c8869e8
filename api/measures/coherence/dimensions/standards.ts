import { named } from "../../../shared/format.ts";
import { keptIndex, noMemo } from "../../../shared/memo.ts";
import { refOf, refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName, adopts, type Facts, type InterfaceFact } from "../../../time/facts.ts";
import { type Bounded, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDimension, itemOf } from "../dimension.ts";

/** The value of a standard that both ends adopt: 1 PUBLISHED, 0.5 while DRAFT or PROPOSED, 0 WITHDRAWN. */
export const standardValue = (facts: Facts, standard: string): number => {
  const status = facts.standards.get(standard)?.status;
  return status === "PUBLISHED" ? 1 : status === "DRAFT" || status === "PROPOSED" ? 0.5 : 0;
};

const adoptionsOf = (facts: Facts, it: InterfaceFact, end: string) =>
  it.candidates.flatMap((candidate) => facts.adoptions.get(end)?.get(candidate) ?? []);

const commonStandards = (facts: Facts, { a, b, candidates }: InterfaceFact): string[] =>
  candidates.filter((key) => adopts(facts, a, key) && adopts(facts, b, key));

const bestOf = (facts: Facts, standards: readonly string[]): number =>
  Math.max(0, ...standards.map((key) => standardValue(facts, key)));

/**
 * Extent to which one standard governs an interface, unknown when nothing is known of an end; the upper bound assumes
 * that every unrecorded adoption is one (docs/model.md, section 4, STANDARDS).
 */
function interfaceValue(facts: Facts, it: InterfaceFact): Bounded {
  if (adoptionsOf(facts, it, it.a).length === 0 || adoptionsOf(facts, it, it.b).length === 0) return unknownValue;
  const value = bestOf(facts, commonStandards(facts, it));
  const couldAdopt = (end: string, standard: string) =>
    !facts.adoptions.get(end)?.has(standard) || adopts(facts, end, standard);
  const possible = it.candidates.filter((key) => couldAdopt(it.a, key) && couldAdopt(it.b, key));
  return { value, low: value, high: bestOf(facts, possible) };
}

const interfaceLabel = (facts: Facts, it: InterfaceFact): string =>
  it.name ?? `${actorName(facts, it.a)} – ${actorName(facts, it.b)}`;

const interfacesByKey = keptIndex<InterfaceFact>(({ key }) => key);
const interfaceOf = (facts: Facts, key: string): InterfaceFact => interfacesByKey(facts.interfaces, key)[0]!;

export const standardsDimension = defineDimension({
  kind: "STANDARDS",
  name: "Standards",
  phrase: "standards",
  description: "Adoption of one published standard at both ends of each interface.",
  question: "Do both ends of each interface follow one published standard?",
  needs: "interfaces with candidate standards, and which of them each end adopts",
  defaultWeight: 1,
  items: (facts, memo = noMemo) =>
    facts.interfaces.map((it) => {
      const candidates = it.candidates.map((candidate) => facts.standards.get(candidate));
      return memo(it.key, [it, ...candidates, facts.adoptions.get(it.a), facts.adoptions.get(it.b)], () => {
        const subjects = [refTo("interfaces", it.key), refTo("actors", it.a), refTo("actors", it.b)];
        return itemOf(
          { key: it.key, label: interfaceLabel(facts, it), subjects },
          interfaceValue(facts, it),
          evidenceOf([it, ...candidates, ...adoptionsOf(facts, it, it.a), ...adoptionsOf(facts, it, it.b)]),
        );
      });
    }),
  because: (facts, { key }) => {
    const it = interfaceOf(facts, key);
    const common = commonStandards(facts, it);
    const ends = `${actorName(facts, it.a)} and ${actorName(facts, it.b)}`;
    if (common.length === 0) return `${ends} share none of the standards that could govern it`;
    const standards = common.map((standard) => {
      const { name, status } = facts.standards.get(standard)!;
      return `${name} (${status.toLowerCase()})`;
    });
    return `${ends} share only ${named(standards)}`;
  },
  reads: (facts, { key }) => {
    const it = interfaceOf(facts, key);
    return [
      refOf("interfaces", it),
      ...it.candidates.map((candidate) => refTo("standards", candidate)),
      ...[it.a, it.b].flatMap((end) => refsOf("adoptions", adoptionsOf(facts, it, end))),
    ];
  },
});
