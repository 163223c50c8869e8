import type { FactBase } from "../../../../cypher/model/document.ts";
import { compareText } from "../../../shared/order.ts";
import { anew } from "../../../shared/reuse.ts";
import { actorName, commonInitiatives, pairKey } from "../../../time/facts.ts";
import { exactly } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, itemOf, refTo } from "../dimension.ts";

export const jointDevelopment: Dimension = {
  kind: "JOINT_DEVELOPMENT",
  question: "Do actors that depend on each other develop together?",
  needs: "interfaces or dependencies between actors, and joint initiatives",
  items: (facts, reuse = anew) => {
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
        return reuse(key, parts, () => {
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
};
