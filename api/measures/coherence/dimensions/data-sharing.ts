import type { AgreementRecord } from "../../../../cypher/model/document.ts";
import { compareText } from "../../../shared/order.ts";
import { anew } from "../../../shared/reuse.ts";
import { actorName, directedKey, type Facts } from "../../../time/facts.ts";
import { type Bounded, exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, itemOf, refTo } from "../dimension.ts";

/** What an agreement on shared data is made of. */
export const conditions = ["security", "ownership", "contract", "benefit"] as const;

/** How willing a customer is to share data: 1..5 of its profile on 0..1; null when not known. */
function willingnessOf(facts: Facts, customer: string): Bounded {
  const dataSharing = facts.profiles.get(customer)?.dataSharing;
  return dataSharing === undefined ? unknownValue : exactly((dataSharing - 1) / 4);
}

/** How many of the four conditions are met: 0 without an agreement, null when nothing is known of any. */
function conditionsOf(agreement: AgreementRecord | undefined): Bounded {
  if (agreement === undefined) return exactly(0);
  const answers = conditions.map((condition) => agreement[condition]);
  const met = answers.filter((answer) => answer === true).length;
  const known = met + answers.filter((answer) => answer === false).length;
  const all = conditions.length;
  return { value: known === 0 ? null : met / known, low: met / all, high: (met + all - known) / all };
}

/** Data sharing of one provider with one customer (model.md section 4, DATA_SHARING). */
export function sharingBetween(facts: Facts, customer: string, agreement: AgreementRecord | undefined): Bounded {
  const willingness = willingnessOf(facts, customer);
  const agreed = conditionsOf(agreement);
  const known = [willingness, agreed].flatMap((half) => (half.value === null ? [] : [half.value]));
  if (known.length === 0 || (willingness.value === null && agreement === undefined)) return unknownValue;
  return {
    value: known.reduce((sum, value) => sum + value, 0) / known.length,
    low: (willingness.low + agreed.low) / 2,
    high: (willingness.high + agreed.high) / 2,
  };
}

export const dataSharing: Dimension = {
  kind: "DATA_SHARING",
  question: "Do customers share their data with those who supply them, on agreed conditions?",
  needs: "who supplies which customer, the customers' profiles, and their agreements on data",
  items: (facts, reuse = anew) =>
    facts.supplies
      .filter((supply) => facts.actors.get(supply.to)?.kinds.includes("CUSTOMER"))
      .map((supply) => {
        const key = directedKey(supply.from, supply.to);
        const agreement = facts.agreements.get(key);
        const profile = facts.profiles.get(supply.to);
        return reuse(key, [supply, profile, agreement], () => {
          const label = `${actorName(facts, supply.from)} → ${actorName(facts, supply.to)}`;
          return itemOf(
            { key, label, subjects: [refTo("actors", supply.from), refTo("actors", supply.to)] },
            sharingBetween(facts, supply.to, agreement),
            evidenceOf([supply, profile, agreement]),
          );
        });
      })
      .sort((a, b) => compareText(a.key, b.key)),
};
