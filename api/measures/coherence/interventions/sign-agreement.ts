import { freeKey } from "../../../time/fact-change.ts";
import { actorName, directedKey, type Facts } from "../../../time/facts.ts";
import { conditions, sharingBetween } from "../dimensions/data-sharing.ts";
import type { InterventionRow } from "./intervention.ts";

const allMet = { security: true, ownership: true, contract: true, benefit: true };
const list = new Intl.ListFormat("en-GB");

/** What the two have still to agree on: every condition that is not met today. None may be left, where willingness is. */
function inWords(facts: Facts, provider: string, customer: string): string {
  const today = facts.agreements.get(directedKey(provider, customer));
  const missing = conditions.filter((condition) => today?.[condition] !== true);
  const names = `${actorName(facts, provider)} and ${actorName(facts, customer)}`;
  if (missing.length === 0) return `${names} have agreed on all that an agreement on data is made of: nothing changes.`;
  return `${names} agree on the ${list.format(missing)} of shared data${today ? "" : " (today they have no agreement)"}.`;
}

/** All four conditions of sharing data are agreed. */
export const signAgreement: InterventionRow = {
  kind: "SIGN_AGREEMENT",
  settles: null,
  offers: (facts, ledger) => {
    const improvable = new Map(ledger.improvable("DATA_SHARING").map((item) => [item.key, item]));
    return facts.supplies.flatMap(({ from: provider, to: customer }) => {
      const key = directedKey(provider, customer);
      const item = improvable.get(key);
      if (item === undefined) return [];
      const signed = { key, provider, customer, ...allMet };
      return {
        key,
        label: `Sign an agreement on data: ${item.label}`,
        subjects: item.subjects,
        gain: ledger.gain("DATA_SHARING", key, sharingBetween(facts, customer, signed).value),
        changes: [inWords(facts, provider, customer)],
      };
    });
  },
  touches: ({ key }, dimension, item) => dimension === "DATA_SHARING" && key === item,
  factChanges: ({ key: pair, subjects }, facts, document) => {
    const [provider, customer] = subjects.map(({ key }) => key) as [string, string];
    const today = facts.agreements.get(pair);
    // Of two agreements begun on one day the last key counts, so one of this very day is amended.
    const key = today?.validFrom === facts.asOf ? today.key : freeKey(document, "agreements", "agreement");
    return [{ kind: "agreements", put: { key, provider, customer, ...allMet, validFrom: facts.asOf } }];
  },
};
