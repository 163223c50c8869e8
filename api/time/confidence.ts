import type { EvidenceRecord, FactBase } from "../../cypher/model/document.ts";

// Confidence of a fact (docs/model.md, section 1): the only implementation of the minimum confidence.

/** Admiralty grades as confidence. F and 6 grade nothing. */
const byReliability: Readonly<Record<string, number>> = { A: 1, B: 0.8, C: 0.6, D: 0.4, E: 0.2 };
const byCredibility: Readonly<Record<number, number>> = { 1: 1, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2 };
const UNGRADED = 0.6;

/** Confidence from a source: the smaller of its two grades; undefined when it has neither. */
function gradeOf({ reliability, credibility }: EvidenceRecord): number | undefined {
  const byPublisher = reliability === undefined ? undefined : byReliability[reliability];
  const byContent = credibility === undefined ? undefined : byCredibility[credibility];
  if (byPublisher === undefined && byContent === undefined) return undefined;
  return Math.min(byPublisher ?? UNGRADED, byContent ?? UNGRADED);
}

/** Confidence of a fact: its own, else that of its best graded source, else unknown (undefined). */
export type ConfidenceOf = (fact: FactBase) => number | undefined;

export function confidenceFrom(evidence: readonly EvidenceRecord[] | undefined): ConfidenceOf {
  // Lazy: most facts have a confidence of their own, and most queries set no minimum.
  let grades: Map<string, number> | undefined;
  return (fact) => {
    if (fact.confidence !== undefined) return fact.confidence;
    if (fact.evidence === undefined || fact.evidence.length === 0) return undefined;
    grades ??= new Map(
      (evidence ?? []).flatMap((source) => {
        const grade = gradeOf(source);
        return grade === undefined ? [] : [[source.key, grade] as const];
      }),
    );
    let best: number | undefined;
    for (const key of fact.evidence) {
      const grade = grades.get(key);
      if (grade !== undefined && (best === undefined || grade > best)) best = grade;
    }
    return best;
  };
}

/** Whether a fact meets the minimum confidence. Facts of unknown confidence are never left out. */
export function sureFrom(
  evidence: readonly EvidenceRecord[] | undefined,
  minConfidence: number,
): (fact: FactBase) => boolean {
  if (minConfidence === 0) return () => true;
  const confidenceOf = confidenceFrom(evidence);
  return (fact) => (confidenceOf(fact) ?? 1) >= minConfidence;
}
