import { refTo } from "../coherence/dimension.ts";
import { actorName } from "../facts/facts.ts";
import { evidenceOf } from "../scoring/evidence-of.ts";
import type { RivalView } from "./rival-view.ts";
import { type Explained, made, nothingKnown, type ThreatTerm } from "./term.ts";

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
  measure(rival: RivalView): Explained;
}

function overlap({ focal, extents, overlap: value }: RivalView): Explained {
  if (value === null) return nothingKnown;
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
  return made(value, terms);
}

/** Chen (1996): how much of our volume goes to customers that the rival serves too, by its share of their purchases. */
function marketCommonality({ focal, actor, overlap: own, isExpanding }: RivalView): Explained {
  const { facts, customers } = focal;
  const theirs = facts.suppliesFrom.get(actor.key) ?? [];
  const itself = customers.get(actor.key);
  if (customers.size === 0 || (theirs.length === 0 && itself === undefined)) return nothingKnown;
  const terms: ThreatTerm[] = [];
  for (const { to } of theirs) {
    const customer = customers.get(to);
    const bought = customer?.bought.get(actor.key);
    if (customer === undefined || bought === undefined) continue;
    terms.push({
      label: actorName(facts, to),
      subjects: [refTo("actors", to)],
      share: customer.share * bought.share,
      evidence: evidenceOf([customer.supply, bought.relation]),
    });
  }
  if (itself !== undefined && isExpanding) {
    terms.push({
      label: `${actor.name}, which can come to serve itself`,
      subjects: [refTo("actors", actor.key)],
      share: itself.share * (own ?? 0),
      evidence: evidenceOf([itself.supply]),
    });
  }
  return made(
    terms.reduce((sum, { share }) => sum + share, 0),
    terms,
  );
}

function momentum({ moves }: RivalView): Explained {
  const exponent = moves.reduce((sum, move) => sum + move.exponent, 0);
  const value = 1 - 2 ** -exponent;
  const terms = moves
    .filter((counted) => counted.exponent > 0)
    .map(({ move, exponent: own }) => ({
      label: move.title,
      subjects: [refTo("moves", move.key)],
      share: (value * own) / exponent,
      evidence: evidenceOf([move]),
    }));
  return made(value, terms);
}

/** The factors of contact and their default weights: a table to dispute. Source: model.md section 5. */
export const factors: readonly FactorRow[] = [
  {
    kind: "OVERLAP",
    question: "How much of what we do does it do too?",
    defaultWeight: 0.4,
    reads: ({ focal, extents }) => [focal.activities, extents],
    needs: "a claim about the rival, by itself, by others or as our assessment",
    measure: overlap,
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
  },
  {
    kind: "MOMENTUM",
    question: "How hard has it lately moved into what we do?",
    needs: "the rival's moves; what was not observed is no move",
    defaultWeight: 0.2,
    reads: () => null,
    measure: momentum,
  },
];
