import type { RelationRecord } from "../../../../cypher/model/document.ts";
import { percent } from "../../../shared/format.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName } from "../../../time/facts.ts";
import { exactly, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineFactor } from "../factor.ts";
import { type FocalCustomer, focalName } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, type ThreatTerm, termsInWords } from "../term.ts";

/** Customers of the focal firm that the rival supplies too, with D·S of each; the rival itself if it is expanding. */
function commonCustomers({ focal: { facts, customers }, actor, overlap, isExpanding }: RivalView) {
  const common: { customer: FocalCustomer; share: number; relation?: RelationRecord }[] = [];
  for (const { to } of facts.suppliesFrom.get(actor.key) ?? []) {
    const customer = customers.get(to);
    const bought = customer?.bought.get(actor.key);
    if (customer && bought) common.push({ customer, share: customer.share * bought.share, relation: bought.relation });
  }
  const itself = customers.get(actor.key);
  if (itself && isExpanding) common.push({ customer: itself, share: itself.share * (overlap ?? 0) });
  return common;
}

/** Chen (1996): the focal firm's volume with customers that the rival serves too, by its share of their purchases. */
export const marketCommonality = defineFactor({
  kind: "MARKET_COMMONALITY",
  name: "Market commonality",
  phrase: "market commonality",
  description: "How much the focal firm depends on customers that the rival serves too.",
  question: "How much do we depend on customers that it serves too?",
  needs: "whom the focal firm supplies, and whom the rival supplies",
  defaultWeight: 0.4,
  inputs: ({ focal, actor, overlap, isExpanding }) => [
    focal.customers,
    focal.facts.suppliesFrom.get(actor.key),
    actor,
    overlap,
    isExpanding,
  ],
  measure: (rival) => {
    const { focal, actor } = rival;
    const isInMarket = focal.facts.suppliesFrom.has(actor.key) || focal.customers.has(actor.key);
    if (focal.customers.size === 0 || !isInMarket) return unknownValue;
    return exactly(commonCustomers(rival).reduce((sum, { share }) => sum + share, 0));
  },
  terms: (rival) =>
    commonCustomers(rival).map(({ customer, share, relation }) => ({
      label: relation
        ? actorName(rival.focal.facts, customer.customer)
        : `${rival.actor.name}, which could serve itself`,
      subjects: [refTo("actors", customer.customer)],
      share,
      evidence: evidenceOf([customer.supply, relation]),
    })),
  reads: ({ focal, actor }, term) => {
    const customer = focal.customers.get(subjectKey(term, "actors")!);
    const bought = customer?.bought.get(actor.key);
    return refsOf("relations", [...(customer ? [customer.supply] : []), ...(bought ? [bought.relation] : [])]);
  },
  sentence: (value, largest, { focal, actor }) => {
    // The rival is told apart from its customers where it could serve itself, since it does not supply itself.
    const isItself = (term: ThreatTerm) => subjectKey(term, "actors") === actor.key;
    const itself = largest.find(isItself);
    const others = largest.filter((term) => !isItself(term));
    const customers = itself ? "other customers" : `customers of ${focalName(focal)}`;
    const supplies = `supplies ${customers}, above all ${termsInWords(others)}`;
    const makes = `market commonality of ${value} makes`;
    if (!itself) return `It also ${supplies}: ${makes}`;
    const serves = `As a customer of ${focalName(focal)} it could serve itself`;
    return others.length === 0
      ? `${serves}: ${makes}`
      : `${serves} (${percent(itself.share)}), and it ${supplies}: ${makes}`;
  },
});
