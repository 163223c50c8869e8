import { listed } from "../../../shared/format.ts";
import { freeKey } from "../../../time/fact-change.ts";
import { actorName, directedKey, type Facts } from "../../../time/facts.ts";
import { conditions, dataSharing, sharingBetween } from "../dimensions/data-sharing.ts";
import { defineIntervention } from "./intervention.ts";

const allMet = { security: true, ownership: true, contract: true, benefit: true };

/** Conditions still to be agreed, in words; empty where only the customer's willingness is lacking. */
function inWords(facts: Facts, provider: string, customer: string): string {
  const today = facts.agreements.get(directedKey(provider, customer));
  const missing = conditions.filter((condition) => today?.[condition] !== true);
  const names = `${actorName(facts, provider)} and ${actorName(facts, customer)}`;
  if (missing.length === 0) return `${names} have already agreed on every condition of sharing data; nothing changes.`;
  return `${names} agree on the ${listed(missing)} of shared data${today ? "" : " (none is recorded yet)"}.`;
}

/** All four conditions of sharing data are agreed. */
export const signAgreement = defineIntervention({
  kind: "SIGN_AGREEMENT",
  name: "Sign an agreement",
  description: "A provider and a customer agree on all four conditions of sharing data.",
  settles: null,
  offers: (facts, ledger) => {
    const improvable = new Map(ledger.improvable(dataSharing.kind).map((item) => [item.key, item]));
    return facts.supplies.flatMap(({ from: provider, to: customer }) => {
      const key = directedKey(provider, customer);
      const item = improvable.get(key);
      if (item === undefined) return [];
      const signed = { key, provider, customer, ...allMet };
      return {
        key,
        label: `Sign a data agreement: ${item.label}`,
        subjects: item.subjects,
        ...ledger.gain(dataSharing.kind, key, sharingBetween(facts, customer, signed).value),
        changes: [inWords(facts, provider, customer)],
      };
    });
  },
  touches: ({ key }, dimension, item) => dimension === dataSharing.kind && key === item,
  factChanges: ({ key: pair, subjects }, facts, document) => {
    const [provider, customer] = subjects.map(({ key }) => key) as [string, string];
    const today = facts.agreements.get(pair);
    // An agreement that began on this day is amended: of two that begin on one day, the greater key applies.
    const key = today?.validFrom === facts.asOf ? today.key : freeKey(document, "agreements", "agreement");
    return [{ kind: "agreements", put: { key, provider, customer, ...allMet, validFrom: facts.asOf } }];
  },
});
