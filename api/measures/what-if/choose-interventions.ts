import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import type { ImportIssue } from "../../changes/imports/issue.ts";
import { type FactChange, withChanges } from "../../time/fact-change.ts";
import type { Facts } from "../../time/facts.ts";
import { type Coherence, coherence, type DimensionWeight } from "../coherence/coherence.ts";
import type { CoherenceDimensionKind } from "../coherence/dimension.ts";
import { type Intervention, interventionRows, offeredChanges } from "../coherence/interventions.ts";
import type { WhatIfChanges } from "./changes.ts";

/** The interventions asked for, with the facts that they stand for and the items that they settle as ideals. */
interface Chosen {
  interventions: Intervention[];
  changes: FactChange[];
  settled: ReadonlyMap<CoherenceDimensionKind, ReadonlySet<string>>;
  issues: ImportIssue[];
}

/**
 * Interventions by kind and key, out of those that are offered on these facts, whatever they would gain.
 * @param document what the facts were read from; keys of new records are chosen to be free in it
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
  const issues: ImportIssue[] = [];
  const interventions: Intervention[] = [];
  const changes: FactChange[] = [];
  const settled = new Map<CoherenceDimensionKind, Set<string>>();
  let changed = document;
  for (const [i, { kind, key }] of asked.entries()) {
    const found = offered.get(`${kind} ${key}`);
    if (!found || interventions.includes(found)) {
      const message = found
        ? `${kind} "${key}" stands twice: keep one.`
        : `${kind} "${key}" is not offered on ${facts.asOf}: take one of the interventions listed for that day. What is unknown, or at its best already, has none.`;
      issues.push({ path: `/interventions/${i}`, message });
      continue;
    }
    const row = interventionRows.find((it) => it.kind === kind)!;
    interventions.push(found);
    if (row.settles) settled.set(row.settles, (settled.get(row.settles) ?? new Set()).add(key));
    const own = row.factChanges(found, facts, changed);
    changes.push(...own);
    changed = withChanges(changed, own);
  }
  return { interventions, changes, settled, issues, before };
}
