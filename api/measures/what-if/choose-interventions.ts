import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { dayInWords } from "../../shared/format.ts";
import type { Issue } from "../../shared/issue.ts";
import { type FactChange, withChanges } from "../../time/fact-change.ts";
import type { Facts } from "../../time/facts.ts";
import { type Coherence, coherence, type DimensionWeight } from "../coherence/coherence.ts";
import type { CoherenceDimensionKind } from "../coherence/dimensions.ts";
import { type Intervention, interventionTypes, offeredChanges } from "../coherence/interventions.ts";
import type { WhatIfChanges } from "./changes.ts";

/** Chosen interventions, with their changes of facts and the items that they settle as ideals. */
interface Chosen {
  interventions: Intervention[];
  changes: FactChange[];
  settled: ReadonlyMap<CoherenceDimensionKind, ReadonlySet<string>>;
  issues: Issue[];
}

/**
 * Chooses interventions by kind and key from all that are offered on these facts, whatever their gain.
 * @param document the source of the facts, in which the keys of new records must be free
 */
export function chooseInterventions(
  document: EcosystemDocument,
  facts: Facts,
  weights: readonly DimensionWeight[],
  asked: NonNullable<WhatIfChanges["interventions"]>,
): Chosen & { before: Coherence } {
  const before = coherence(facts, weights);
  const offered = new Map(
    asked.length === 0 ? [] : offeredChanges(facts, before).map((it) => [`${it.kind} ${it.key}`, it]),
  );
  const issues: Issue[] = [];
  const interventions: Intervention[] = [];
  const changes: FactChange[] = [];
  const settled = new Map<CoherenceDimensionKind, Set<string>>();
  let changed = document;
  for (const [i, { kind, key }] of asked.entries()) {
    const found = offered.get(`${kind} ${key}`);
    const type = interventionTypes.find((it) => it.kind === kind)!;
    if (!found || interventions.includes(found)) {
      const message = found
        ? `"${type.name}" for ${key} is listed twice. Keep one.`
        : `"${type.name}" for ${key} is not available on ${dayInWords(facts.asOf)}: its item is unknown, already at its best, or not recorded. Choose an action that is listed for this date.`;
      issues.push({ path: `/interventions/${i}`, message });
      continue;
    }
    interventions.push(found);
    if (type.settles) settled.set(type.settles, (settled.get(type.settles) ?? new Set()).add(key));
    const own = type.factChanges(found, facts, changed);
    changes.push(...own);
    changed = withChanges(changed, own);
  }
  return { interventions, changes, settled, issues, before };
}
