import { compareText, highestFirst, TIE } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { type Coherence, coherence, type DimensionWeight } from "./coherence.ts";
import { adoptStandard } from "./interventions/adopt-standard.ts";
import { alignExpectations, settleBoundary, shareControlSystem } from "./interventions/ideals.ts";
import type { Intervention, InterventionRow } from "./interventions/intervention.ts";
import { Ledger } from "./interventions/ledger.ts";
import { signAgreement } from "./interventions/sign-agreement.ts";
import { startInitiative } from "./interventions/start-initiative.ts";

export type { Intervention, InterventionKind } from "./interventions/intervention.ts";

/** The kinds of intervention. A new one is a file and a line here. */
export const interventionRows: readonly InterventionRow[] = [
  settleBoundary,
  alignExpectations,
  shareControlSystem,
  adoptStandard,
  signAgreement,
  startInitiative,
];

/** All that is offered, in no order, what would bring nothing included. None without a score. */
export function offeredChanges(facts: Facts, before: Coherence): Intervention[] {
  if (before.score === null) return [];
  const ledger = new Ledger(before);
  return interventionRows.flatMap((row) =>
    row.offers(facts, ledger).map(
      ({ key, label, subjects, gain, changes }): Intervention => ({
        kind: row.kind,
        key,
        label,
        subjects,
        gain,
        changes,
        isIdeal: row.settles !== null,
      }),
    ),
  );
}

/**
 * What one change would bring, highest gain first; of equals by kind, then key. Offered for what is known only: what is
 * unknown is a question. None without a score. Source: model.md section 4, Interventions.
 * @param before coherence of the same facts and weights, when it is at hand
 */
export function interventions(
  facts: Facts,
  weights: readonly DimensionWeight[] = [],
  before: Coherence = coherence(facts, weights),
): Intervention[] {
  return highestFirst(
    offeredChanges(facts, before).filter((intervention) => intervention.gain > TIE),
    (intervention) => intervention.gain,
    (a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key),
  );
}
