import type { RelationRecord } from "../../../cypher/model/document.ts";
import { actorName } from "../../time/facts.ts";
import { refTo } from "../coherence/dimension.ts";
import { type Bounded, exactly, unknownValue } from "../scoring/concentration.ts";
import { evidenceOf } from "../scoring/evidence-of.ts";
import type { FocalCustomer } from "./focal-view.ts";
import type { RivalView } from "./rival-view.ts";
import type { ThreatTerm } from "./term.ts";

export type ThreatFactorKind = "OVERLAP" | "MARKET_COMMONALITY" | "MOMENTUM";

/** A factor of contact: a question, what it weighs unless told otherwise, and how it is measured (0..1 or unknown). */
export interface FactorRow {
  kind: ThreatFactorKind;
  question: string;
  /** What facts it needs; of one that is never unknown, what it reads. */
  needs: string;
  defaultWeight: number;
  /** All that it is measured from: while that stays the same, so does the factor. Null: it changes from day to day. */
  reads(rival: RivalView): readonly unknown[] | null;
  measure(rival: RivalView): Bounded;
  /** What its value is made of, when it is known. */
  terms(rival: RivalView, value: number): ThreatTerm[];
}

function overlapTerms({ focal, extents }: RivalView): ThreatTerm[] {
  const terms: ThreatTerm[] = [];
  for (const ours of focal.activities) {
    const theirs = extents.get(ours.activity);
    if (theirs === undefined || theirs.extent === 0) continue;
    terms.push({
      label: ours.name,
      subjects: [refTo("activities", ours.activity)],
      share: (ours.importance * Math.min(ours.extent, theirs.extent)) / focal.totalWeight,
      evidence: evidenceOf([...ours.read, ...theirs.read]),
    });
  }
  return terms;
}

/** Our customers that the rival supplies too, with D·S of each; itself among them when it can come to serve itself. */
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

/** Chen (1996): how much of our volume goes to customers that the rival serves too, by its share of their purchases. */
function marketCommonality(rival: RivalView): Bounded {
  const { focal, actor } = rival;
  const isInMarket = focal.facts.suppliesFrom.has(actor.key) || focal.customers.has(actor.key);
  if (focal.customers.size === 0 || !isInMarket) return unknownValue;
  return exactly(commonCustomers(rival).reduce((sum, { share }) => sum + share, 0));
}

const marketTerms = (rival: RivalView): ThreatTerm[] =>
  commonCustomers(rival).map(({ customer, share, relation }) => ({
    label: relation
      ? actorName(rival.focal.facts, customer.customer)
      : `${rival.actor.name}, which can come to serve itself`,
    subjects: [refTo("actors", customer.customer)],
    share,
    evidence: evidenceOf([customer.supply, relation]),
  }));

const exponentOf = ({ moves }: RivalView): number => moves.reduce((sum, { exponent }) => sum + exponent, 0);

function momentumTerms(rival: RivalView, value: number): ThreatTerm[] {
  const exponent = exponentOf(rival);
  return rival.moves
    .filter((counted) => counted.exponent > 0)
    .map(({ move, exponent: own }) => ({
      label: move.title,
      subjects: [refTo("moves", move.key)],
      share: (value * own) / exponent,
      evidence: evidenceOf([move]),
    }));
}

/** The factors of contact and their default weights: a table to dispute. Source: model.md section 5. */
export const factors: readonly FactorRow[] = [
  {
    kind: "OVERLAP",
    question: "How much of what we do does it do too?",
    defaultWeight: 0.4,
    reads: ({ focal, extents }) => [focal.activities, extents],
    needs: "a claim about the rival, by itself, by others or as our assessment",
    measure: ({ overlap }) => (overlap === null ? unknownValue : exactly(overlap)),
    terms: overlapTerms,
  },
  {
    kind: "MARKET_COMMONALITY",
    question: "How much do we depend on customers that it serves too?",
    needs: "whom the focal firm supplies, and whom the rival supplies",
    defaultWeight: 0.4,
    reads: ({ focal, actor, overlap, isExpanding }) => [
      focal.customers,
      focal.facts.suppliesFrom.get(actor.key),
      actor,
      overlap,
      isExpanding,
    ],
    measure: marketCommonality,
    terms: marketTerms,
  },
  {
    kind: "MOMENTUM",
    question: "How hard has it lately moved into what we do?",
    needs: "the rival's moves; what was not observed is no move",
    defaultWeight: 0.2,
    reads: ({ moves }) => (moves.length === 0 ? [] : null),
    measure: (rival) => exactly(1 - 2 ** -exponentOf(rival)),
    terms: momentumTerms,
  },
];
