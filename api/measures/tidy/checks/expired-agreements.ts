import type { AgreementRecord } from "../../../../cypher/model/document.ts";
import { dayInWords } from "../../../shared/format.ts";
import { refOf, refTo } from "../../../shared/record-ref.ts";
import { actorName, directedKey } from "../../../time/facts.ts";
import type { Check } from "../check.ts";

/** The last agreement of a provider and a customer, where it has ended and none has followed. */
export const expiredAgreements: Check = ({ document, facts, effects }) => {
  const last = new Map<string, AgreementRecord & { validTo: string }>();
  for (const agreement of document.agreements ?? []) {
    const { provider, customer, validTo } = agreement;
    const pair = directedKey(provider, customer);
    if (validTo === undefined || validTo > facts.asOf || facts.agreements.has(pair)) continue;
    if (!facts.actors.has(provider) || !facts.actors.has(customer)) continue;
    const other = last.get(pair);
    if (!other || other.validTo < validTo) last.set(pair, { ...agreement, validTo });
  }
  return [...last].map(([pair, agreement]) => {
    const { provider, customer, validTo } = agreement;
    const effect = effects.ofItem("DATA_SHARING", pair);
    const names = `${actorName(facts, provider)} and ${actorName(facts, customer)}`;
    return {
      subjects: [refOf("agreements", agreement), refTo("actors", provider), refTo("actors", customer)],
      named: 1,
      sentence: `The data agreement of ${names} ended on ${dayInWords(validTo)}, and none has followed.`,
      effect,
      since: validTo,
      order: effect ?? 0,
    };
  });
};
