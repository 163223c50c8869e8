import type { RecordRef } from "../../../cypher/model/document.ts";
import { named, percent } from "../../shared/format.ts";
import { EPSILON, highestFirst } from "../../shared/order.ts";
import type { Bounded } from "../scoring/concentration.ts";

/** Term: a part of a factor or damper. The shares of all terms add up to its value. */
export interface ThreatTerm {
  label: string;
  subjects: RecordRef[];
  share: number;
  evidence: string[];
}

/** A factor of contact or a damper: value 0..1, null when unknown, its bounds and its terms. */
export interface Explained extends Bounded {
  terms: ThreatTerm[];
}

const maxTerms = 3;

/** The largest terms, to name in a sentence. */
export const largestTerms = (terms: readonly ThreatTerm[]): ThreatTerm[] =>
  highestFirst(
    terms.filter(({ share }) => share > EPSILON),
    ({ share }) => share,
    () => 0,
  ).slice(0, maxTerms);

/** Terms with their shares, as in "Design (40 %) and Service (10 %)". */
export const termsInWords = (terms: readonly ThreatTerm[]): string =>
  named(terms.map(({ label, share }) => `${label} (${percent(share)})`));

/** Key of the record of a kind that a term is about. */
export const subjectKey = ({ subjects }: Pick<ThreatTerm, "subjects">, kind: RecordRef["kind"]): string | undefined =>
  subjects.find((subject) => subject.kind === kind)?.key;
