import type { RecordRef } from "../../../cypher/model/document.ts";
import type { Facts } from "../../time/facts.ts";
import { dimensionWeights, measureCoherence } from "../coherence/coherence.ts";
import { type CoherenceDimensionKind, dimensionOf } from "../coherence/dimensions.ts";

/** How much of coherence rests on records and on items, as shares of its weight, 0 to 1. */
export interface Effects {
  /** Every record that an item reads, with the share of the items that read it. */
  records: readonly { ref: RecordRef; share: number }[];
  /** Share of one item; null where coherence has no such item. */
  ofItem(dimension: CoherenceDimensionKind, key: string): number | null;
}

const idOf = ({ kind, key }: RecordRef): string => `${kind} ${key}`;

/**
 * Weight at stake: what would become unknown of coherence if a record were not known any more. One pass over the items,
 * where leaving out each record in turn would compute coherence once for each.
 */
export function effectsOn(facts: Facts): Effects {
  const { dimensions } = measureCoherence(facts, dimensionWeights([]));
  const allWeights = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  const records = new Map<string, { ref: RecordRef; share: number }>();
  const items = new Map<string, number>();
  for (const { kind, weight, items: measured } of dimensions) {
    const itemWeights = measured.reduce((sum, item) => sum + item.weight, 0);
    const { reads } = dimensionOf(kind);
    for (const item of measured) {
      const share = (weight / allWeights) * (item.weight / itemWeights);
      items.set(`${kind} ${item.key}`, share);
      // An unknown item rests on nothing.
      if (item.value === null) continue;
      for (const [id, ref] of new Map(reads(facts, item).map((ref) => [idOf(ref), ref]))) {
        const known = records.get(id);
        if (known) known.share += share;
        else records.set(id, { ref, share });
      }
    }
  }
  return { records: [...records.values()], ofItem: (kind, key) => items.get(`${kind} ${key}`) ?? null };
}
