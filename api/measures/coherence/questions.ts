import type { RecordRef } from "../../../cypher/model/document.ts";
import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import type { Coherence, CoherenceDimensionKind } from "./coherence.ts";

/** Key of the question of a dimension without items: the facts that it requires. */
export const WHOLE_DIMENSION = "*";

/** Open question: width is how much of coherence's high − low the item's value would settle. */
export interface Question {
  dimension: CoherenceDimensionKind;
  /** Key of the item; WHOLE_DIMENSION where there is none yet. */
  key: string;
  label: string;
  subjects: RecordRef[];
  width: number;
}

/**
 * Open questions, widest first; of equals by dimension in table order, then key. All widths, those too small to
 * list included, add up to high − low. Source: docs/model.md, section 4, Question.
 */
export function questions(coherence: Coherence): Question[] {
  const allWeights = coherence.dimensions.reduce((sum, dimension) => sum + dimension.weight, 0);
  const order = new Map(coherence.dimensions.map((dimension, index) => [dimension.kind, index]));
  const open = coherence.dimensions.flatMap(({ kind, name, weight, items }): Question[] => {
    const share = weight / allWeights;
    if (items.length === 0) {
      return [{ dimension: kind, key: WHOLE_DIMENSION, label: `${name}: no data`, subjects: [], width: share }];
    }
    const itemWeights = items.reduce((sum, item) => sum + item.weight, 0);
    return items.map((item) => ({
      dimension: kind,
      key: item.key,
      label: item.label,
      subjects: item.subjects,
      width: share * ((item.weight * (item.high - item.low)) / itemWeights),
    }));
  });
  return highestFirst(
    open.filter((question) => question.width > EPSILON),
    (question) => question.width,
    (a, b) => order.get(a.dimension)! - order.get(b.dimension)! || compareText(a.key, b.key),
  );
}
