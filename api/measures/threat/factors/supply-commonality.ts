import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { actorName } from "../../../time/facts.ts";
import { unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineFactor } from "../factor.ts";
import { focalName } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, termsInWords } from "../term.ts";

const purchasesOf = ({ focal, actor }: RivalView) => focal.facts.suppliesTo.get(actor.key) ?? [];

/** Suppliers of the focal firm that supply the rival too. */
const commonSuppliers = (rival: RivalView) =>
  purchasesOf(rival).flatMap((relation) => {
    const supplier = rival.focal.suppliers.partners.get(relation.from);
    return supplier ? [{ supplier, relation }] : [];
  });

/**
 * Resource similarity (Chen 1996) by supply: the share of the focal firm's purchases from suppliers that the rival has
 * too.
 */
export const supplyCommonality = defineFactor({
  kind: "SUPPLY_COMMONALITY",
  name: "Supply commonality",
  phrase: "supply commonality",
  description: "How much of what the focal firm buys comes from suppliers that the rival buys from too, by overlap.",
  question: "How much do we buy from suppliers that it buys from too?",
  needs: "what the rival does, who supplies the focal firm, and who supplies the rival",
  defaultWeight: 0.1,
  inputs: ({ focal, actor, overlap }) => [focal.suppliers, focal.facts.suppliesTo.get(actor.key), overlap],
  measure: (rival) => {
    const { focal, overlap } = rival;
    if (overlap.value === null || focal.suppliers.partners.size === 0 || purchasesOf(rival).length === 0) {
      return unknownValue;
    }
    const common = commonSuppliers(rival);
    const share = common.reduce((sum, { supplier }) => sum + supplier.share, 0);
    const value = overlap.value * share;
    if (focal.suppliers.isOpen) return { value, low: 0, high: common.length > 0 ? overlap.high : 0 };
    return { value, low: overlap.low * share, high: overlap.high * share };
  },
  terms: (rival) =>
    commonSuppliers(rival).map(({ supplier, relation }) => ({
      label: actorName(rival.focal.facts, supplier.partner),
      subjects: [refTo("actors", supplier.partner)],
      share: rival.overlap.value! * supplier.share,
      evidence: evidenceOf([supplier.supply, relation]),
    })),
  reads: (rival, term) => {
    const key = subjectKey(term, "actors");
    return commonSuppliers(rival)
      .filter(({ supplier }) => supplier.partner === key)
      .flatMap(({ supplier, relation }) => refsOf("relations", [supplier.supply, relation]));
  },
  sentence: (value, largest, { focal }) =>
    `It buys from suppliers of ${focalName(focal)} too, above all ${termsInWords(largest)}: supply commonality of ${value} makes`,
});
