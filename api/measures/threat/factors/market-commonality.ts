import type { RelationRecord } from "../../../../cypher/model/document.ts";
import { percent } from "../../../shared/format.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName } from "../../../time/facts.ts";
import { KNOWN_THAT } from "../../position/position.ts";
import { type Bounded, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineFactor } from "../factor.ts";
import { focalName, type TradePartner } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, type ThreatTerm, termsInWords } from "../term.ts";

/** Customer of the focal firm that the rival supplies too (by the relation), or the rival itself if it is expanding. */
interface Match {
  customer: TradePartner;
  relation?: RelationRecord;
  /** s_i of docs/model.md, section 5. */
  matched: Bounded & { value: number };
}

/** Share of the focal firm's sales to a customer that the rival's sales could match, limited by overlap. */
function matchedSales(
  { overlap, commonPart }: RivalView,
  ours: RelationRecord,
  theirs: RelationRecord,
): Match["matched"] {
  if (ours.volume === undefined || theirs.volume === undefined) {
    return { value: overlap.value! * KNOWN_THAT, low: 0, high: overlap.high };
  }
  const ratio = theirs.volume / ours.volume;
  // Without a common part nothing is matched, whatever the ratio.
  const atMost = (most: number, part: number) => (part === 0 ? 0 : Math.min(most, part * ratio));
  return {
    value: atMost(overlap.value!, commonPart.value),
    low: atMost(overlap.low, commonPart.low),
    high: atMost(overlap.high, commonPart.high),
  };
}

function matches(rival: RivalView): Match[] {
  const { focal, actor, overlap, isExpanding } = rival;
  const found: Match[] = [];
  for (const relation of focal.facts.suppliesFrom.get(actor.key) ?? []) {
    const customer = focal.customers.partners.get(relation.to);
    if (customer) found.push({ customer, relation, matched: matchedSales(rival, customer.supply, relation) });
  }
  const itself = focal.customers.partners.get(actor.key);
  if (itself && isExpanding) {
    found.push({ customer: itself, matched: { value: overlap.value!, low: overlap.low, high: overlap.high } });
  }
  return found;
}

const isVolumeUnknown = ({ customer, relation }: Match): boolean =>
  relation !== undefined && (relation.volume === undefined || customer.supply.volume === undefined);

/**
 * Market commonality (Chen 1996) by sales, customer by customer: the share of the focal firm's sales that the rival's
 * sales match.
 */
export const marketCommonality = defineFactor({
  kind: "MARKET_COMMONALITY",
  name: "Market commonality",
  phrase: "market commonality",
  description: "How much of the focal firm's sales the rival's sales of the same to the same customers match.",
  question: "How much of our sales do its sales to the same customers match?",
  needs: "what the rival does, whom the focal firm supplies, and whom the rival supplies",
  defaultWeight: 0.3,
  inputs: ({ focal, actor, overlap, commonPart, isExpanding }) => [
    focal.customers,
    focal.facts.suppliesFrom.get(actor.key),
    actor,
    overlap,
    commonPart,
    isExpanding,
  ],
  measure: (rival) => {
    const { focal, actor, overlap } = rival;
    const { partners, isOpen } = focal.customers;
    const isInMarket = focal.facts.suppliesFrom.has(actor.key) || partners.has(actor.key);
    if (overlap.value === null || partners.size === 0 || !isInMarket) return unknownValue;
    const found = matches(rival);
    const sum = (side: keyof Match["matched"]) =>
      found.reduce((total, { customer, matched }) => total + customer.share * matched[side], 0);
    if (isOpen) return { value: sum("value"), low: 0, high: found.length > 0 ? overlap.high : 0 };
    return { value: sum("value"), low: sum("low"), high: sum("high") };
  },
  terms: (rival) =>
    matches(rival).map(({ customer, relation, matched }) => ({
      label: relation
        ? actorName(rival.focal.facts, customer.partner)
        : `${rival.actor.name}, which could serve itself`,
      subjects: [refTo("actors", customer.partner)],
      share: customer.share * matched.value,
      evidence: evidenceOf([customer.supply, relation]),
    })),
  reads: (rival, term) => {
    const key = subjectKey(term, "actors");
    const match = matches(rival).find(({ customer }) => customer.partner === key);
    return match ? refsOf("relations", [match.customer.supply, ...(match.relation ? [match.relation] : [])]) : [];
  },
  sentence: (value, largest, rival) => {
    const { focal, actor } = rival;
    // The rival counts separately from its customers where it could serve itself, since it does not supply itself.
    const isItself = (term: ThreatTerm) => subjectKey(term, "actors") === actor.key;
    const itself = largest.find(isItself);
    const others = largest.filter((term) => !isItself(term));
    const hasUnknownVolumes = matches(rival).some(isVolumeUnknown);
    const half = hasUnknownVolumes ? " (where a volume is unknown, half of the overlap counts)" : "";
    const supplies = `supplies ${itself ? "other customers" : `customers of ${focalName(focal)}`}, above all ${termsInWords(others)}`;
    const makes = `market commonality of ${value}${half} makes`;
    if (!itself) return `It also ${supplies}: ${makes}`;
    const serves = `As a customer of ${focalName(focal)} it could serve itself`;
    return others.length === 0
      ? `${serves}: ${makes}`
      : `${serves} (${percent(itself.share)}), and it ${supplies}: ${makes}`;
  },
});
