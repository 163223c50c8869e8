import type { AgreementRecord } from "../../../../cypher/model/document.ts";
import { named } from "../../../shared/format.ts";
import { noMemo } from "../../../shared/memo.ts";
import { compareText } from "../../../shared/order.ts";
import { refOf, refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName, directedKey, type Facts } from "../../../time/facts.ts";
import { type Bounded, exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDimension, itemOf } from "../dimension.ts";

/** The conditions of an agreement on shared data. */
export const conditions = ["security", "ownership", "contract", "benefit"] as const;

/** Willingness of a customer to share data: 1..5 of its profile mapped to 0..1; null when unknown. */
function willingnessOf(facts: Facts, customer: string): Bounded {
  const dataSharing = facts.profiles.get(customer)?.dataSharing;
  return dataSharing === undefined ? unknownValue : exactly((dataSharing - 1) / 4);
}

/**
 * Share of the four conditions that are met, an unknown one counting half; without a recorded agreement 0, with an
 * upper bound of 1.
 */
function conditionsOf(agreement: AgreementRecord | undefined): Bounded & { value: number } {
  if (agreement === undefined) return { value: 0, low: 0, high: 1 };
  const answers = conditions.map((condition) => agreement[condition]);
  const met = answers.filter((answer) => answer === true).length;
  const open = answers.filter((answer) => typeof answer !== "boolean").length;
  const all = conditions.length;
  return { value: (met + open / 2) / all, low: met / all, high: (met + open) / all };
}

/** Data sharing of one provider with one customer (docs/model.md, section 4, DATA_SHARING). */
export function sharingBetween(facts: Facts, customer: string, agreement: AgreementRecord | undefined): Bounded {
  const willingness = willingnessOf(facts, customer);
  const agreed = conditionsOf(agreement);
  if (willingness.value === null && agreement === undefined) return unknownValue;
  return {
    value: willingness.value === null ? agreed.value : (willingness.value + agreed.value) / 2,
    low: (willingness.low + agreed.low) / 2,
    high: (willingness.high + agreed.high) / 2,
  };
}

export const dataSharing = defineDimension({
  kind: "DATA_SHARING",
  name: "Data sharing",
  phrase: "data sharing",
  description: "Willingness of customers to share data with their suppliers, and the conditions agreed.",
  question: "Do customers share their data with their suppliers, on agreed conditions?",
  needs: "supply relations to customers, the customers' profiles, and their data-sharing agreements",
  defaultWeight: 1,
  items: (facts, memo = noMemo) =>
    facts.supplies
      .filter((supply) => facts.actors.get(supply.to)?.kinds.includes("CUSTOMER"))
      .map((supply) => {
        const key = directedKey(supply.from, supply.to);
        const agreement = facts.agreements.get(key);
        const profile = facts.profiles.get(supply.to);
        return memo(key, [supply, profile, agreement], () => {
          const label = `${actorName(facts, supply.from)} → ${actorName(facts, supply.to)}`;
          return itemOf(
            { key, label, subjects: [refTo("actors", supply.from), refTo("actors", supply.to)] },
            sharingBetween(facts, supply.to, agreement),
            evidenceOf([supply, profile, agreement]),
          );
        });
      })
      .sort((a, b) => compareText(a.key, b.key)),
  because: (facts, { key, subjects }) => {
    const agreement = facts.agreements.get(key);
    const missing = conditions.filter((condition) => agreement?.[condition] === false);
    const open = conditions.filter((condition) => typeof agreement?.[condition] !== "boolean");
    const willingness = facts.profiles.get(subjects[1]!.key)?.dataSharing;
    return [
      willingness === undefined || willingness === 5 ? "" : `the customer's willingness is ${willingness} of 5`,
      agreement === undefined ? "no agreement is recorded" : "",
      missing.length > 0 ? `${named(missing)} ${missing.length > 1 ? "are" : "is"} not agreed` : "",
      agreement !== undefined && open.length > 0
        ? `it is unknown whether ${named(open)} ${open.length > 1 ? "are" : "is"} agreed`
        : "",
    ]
      .filter((part) => part !== "")
      .join(", ");
  },
  reads: (facts, { key, subjects }) => {
    const [provider, customer] = [subjects[0]!.key, subjects[1]!.key];
    const profile = facts.profiles.get(customer);
    const agreement = facts.agreements.get(key);
    const supplies = (facts.suppliesFrom.get(provider) ?? []).filter(({ to }) => to === customer);
    return [
      ...refsOf("relations", supplies),
      ...(profile ? [refOf("profiles", profile)] : []),
      ...(agreement ? [refOf("agreements", agreement)] : []),
    ];
  },
});
