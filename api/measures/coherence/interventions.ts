import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { type Coherence, coherence, type DimensionWeight } from "./coherence.ts";
import { adoptStandard } from "./interventions/adopt-standard.ts";
import { alignExpectations } from "./interventions/align-expectations.ts";
import type { InterventionType, Offer } from "./interventions/intervention.ts";
import { Ledger } from "./interventions/ledger.ts";
import { settleBoundary } from "./interventions/settle-boundary.ts";
import { shareControlSystem } from "./interventions/share-control-system.ts";
import { signAgreement } from "./interventions/sign-agreement.ts";
import { startInitiative } from "./interventions/start-initiative.ts";

const list = [
  settleBoundary,
  alignExpectations,
  adoptStandard,
  signAgreement,
  startInitiative,
  shareControlSystem,
] as const;

export type InterventionKind = (typeof list)[number]["kind"];

/** The kinds of intervention. To add one, write its file and a line here. */
export const interventionTypes: readonly InterventionType<InterventionKind>[] = list;

/** One change and its gain: the overall score after it less the score before. */
export interface Intervention extends Offer {
  kind: InterventionKind;
  /** Whether the gain is an upper bound, since the change is an ideal and not one fact. */
  isIdeal: boolean;
}

/** All offers, unsorted, including those without gain. None without a score. */
export function offeredChanges(facts: Facts, before: Coherence): Intervention[] {
  if (before.score === null) return [];
  const ledger = new Ledger(before);
  return interventionTypes.flatMap((type) =>
    type.offers(facts, ledger).map(
      ({ key, label, subjects, gain, gainLow, gainHigh, changes }): Intervention => ({
        kind: type.kind,
        key,
        label,
        subjects,
        gain,
        gainLow,
        gainHigh,
        changes,
        isIdeal: type.settles !== null,
      }),
    ),
  );
}

/**
 * Interventions by gain, highest first; of equals by kind, then key. Offered for known items only, since an unknown one
 * is a question. None without a score. Source: docs/model.md, section 4, Interventions.
 * @param before coherence of the same facts and weights, if already computed
 */
export function interventions(
  facts: Facts,
  weights: readonly DimensionWeight[] = [],
  before: Coherence = coherence(facts, weights),
): Intervention[] {
  return highestFirst(
    offeredChanges(facts, before).filter((intervention) => intervention.gain > EPSILON),
    (intervention) => intervention.gain,
    (a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key),
  );
}
