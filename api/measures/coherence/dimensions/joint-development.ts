import type { FactBase, RelationRecord } from "../../../../cypher/model/document.ts";
import { keptIndex, noMemo } from "../../../shared/memo.ts";
import { compareText } from "../../../shared/order.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName, commonInitiatives, type Facts, type InterfaceFact, pairKey } from "../../../time/facts.ts";
import { exactly } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDimension, itemOf } from "../dimension.ts";

const dependenciesByPair = keptIndex<RelationRecord>(({ from, to }) => pairKey(from, to));
const interfacesByPair = keptIndex<InterfaceFact>(({ a, b }) => pairKey(a, b));

const dependenciesOf = (facts: Facts, key: string) => dependenciesByPair(facts.dependencies, key);

export const jointDevelopment = defineDimension({
  kind: "JOINT_DEVELOPMENT",
  name: "Joint development",
  phrase: "joint development",
  description: "Joint initiatives of actors that depend on each other.",
  question: "Do actors that depend on each other develop together?",
  needs: "interfaces or dependencies between actors, and joint initiatives",
  defaultWeight: 1,
  items: (facts, memo = noMemo) => {
    const pairs = new Map<string, { ends: [string, string]; joinedBy: FactBase[] }>();
    const add = (a: string, b: string, joinedBy: FactBase) => {
      const key = pairKey(a, b);
      const pair = pairs.get(key);
      if (pair) pair.joinedBy.push(joinedBy);
      else pairs.set(key, { ends: a < b ? [a, b] : [b, a], joinedBy: [joinedBy] });
    };
    for (const it of facts.interfaces) add(it.a, it.b, it);
    for (const relation of facts.dependencies) add(relation.from, relation.to, relation);
    return [...pairs]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, { ends, joinedBy }]) => {
        const parts = [...joinedBy, ...ends.map((end) => facts.initiativesOf.get(end))];
        return memo(key, parts, () => {
          const common = commonInitiatives(facts, ...ends);
          const [a, b] = ends;
          return itemOf(
            {
              key,
              label: `${actorName(facts, a)} – ${actorName(facts, b)}`,
              subjects: ends.map((end) => refTo("actors", end)),
            },
            exactly(common.length > 0 ? 1 : 0),
            evidenceOf([...joinedBy, ...common]),
          );
        });
      });
  },
  because: (facts, { key }) => {
    const depends = dependenciesOf(facts, key).map(
      ({ from, to }) => `${actorName(facts, from)} depends on ${actorName(facts, to)}`,
    );
    const why = depends.length === 2 ? "they depend on each other" : (depends[0] ?? "their systems must work together");
    return `${why}, and they have no joint initiative`;
  },
  reads: (facts, { key, subjects }) => [
    ...refsOf("interfaces", interfacesByPair(facts.interfaces, key)),
    ...refsOf("relations", dependenciesOf(facts, key)),
    ...refsOf("initiatives", commonInitiatives(facts, subjects[0]!.key, subjects[1]!.key)),
  ],
});
