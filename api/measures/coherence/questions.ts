import type { RecordRef } from "../../../cypher/model/document.ts";
import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import type { Coherence, CoherenceDimensionKind } from "./coherence.ts";

/** Open question: width is how much of coherence's high − low the item's value would settle. */
export interface Question {
  dimension: CoherenceDimensionKind;
  key: string;
  label: string;
  subjects: RecordRef[];
  width: number;
}

/**
 * Open questions, widest first; of equals by dimension in table order, then key. All widths, those too small to
 * list included, add up to high − low. Source: model.md section 4, Question.
 */
export function questions(coherence: Coherence): Question[] {
  const applicable = coherence.dimensions.filter((dimension) => dimension.status !== "NOT_APPLICABLE");
  const allWeights = applicable.reduce((sum, dimension) => sum + dimension.weight, 0);
  if (allWeights === 0) return [];
  const order = new Map(coherence.dimensions.map((dimension, index) => [dimension.kind, index]));
  const open = applicable.flatMap((dimension) => {
    const itemWeights = dimension.items.reduce((sum, item) => sum + item.weight, 0);
    return dimension.items.map(
      (item): Question => ({
        dimension: dimension.kind,
        key: item.key,
        label: item.label,
        subjects: item.subjects,
        width: (dimension.weight / allWeights) * ((item.weight * (item.high - item.low)) / itemWeights),
      }),
    );
  });
  return highestFirst(
    open.filter((question) => question.width > EPSILON),
    (question) => question.width,
    (a, b) => order.get(a.dimension)! - order.get(b.dimension)! || compareText(a.key, b.key),
  );
}
