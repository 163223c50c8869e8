import { anew } from "../../../shared/reuse.ts";
import { actorName, adopts, type Facts, type InterfaceFact } from "../../../time/facts.ts";
import { exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, itemOf, refTo } from "../dimension.ts";

/** What a standard that both ends adopt is worth: 1 PUBLISHED, 0.5 while DRAFT or PROPOSED, 0 WITHDRAWN. */
export const worthOf = (facts: Facts, standard: string): number => {
  const status = facts.standards.get(standard)?.status;
  return status === "PUBLISHED" ? 1 : status === "DRAFT" || status === "PROPOSED" ? 0.5 : 0;
};

const adoptionsOf = (facts: Facts, it: InterfaceFact, end: string) =>
  it.candidates.flatMap((candidate) => facts.adoptions.get(end)?.get(candidate) ?? []);

/** How far one standard governs an interface, or null when nothing is known of an end (model.md section 4, STANDARDS). */
function interfaceValue(facts: Facts, it: InterfaceFact): number | null {
  if (adoptionsOf(facts, it, it.a).length === 0 || adoptionsOf(facts, it, it.b).length === 0) return null;
  const common = it.candidates.filter((key) => adopts(facts, it.a, key) && adopts(facts, it.b, key));
  return Math.max(0, ...common.map((key) => worthOf(facts, key)));
}

const interfaceLabel = (facts: Facts, it: InterfaceFact): string =>
  it.name ?? `${actorName(facts, it.a)} – ${actorName(facts, it.b)}`;

export const standardsDimension: Dimension = {
  kind: "STANDARDS",
  question: "Do both ends of each interface follow one published standard?",
  needs: "interfaces with candidate standards, and which of them each end adopts",
  items: (facts, reuse = anew) =>
    facts.interfaces.map((it) => {
      const candidates = it.candidates.map((candidate) => facts.standards.get(candidate));
      return reuse(it.key, [it, ...candidates, facts.adoptions.get(it.a), facts.adoptions.get(it.b)], () => {
        const value = interfaceValue(facts, it);
        const subjects = [refTo("interfaces", it.key), refTo("actors", it.a), refTo("actors", it.b)];
        return itemOf(
          { key: it.key, label: interfaceLabel(facts, it), subjects },
          value === null ? unknownValue : exactly(value),
          evidenceOf([it, ...candidates, ...adoptionsOf(facts, it, it.a), ...adoptionsOf(facts, it, it.b)]),
        );
      });
    }),
};
