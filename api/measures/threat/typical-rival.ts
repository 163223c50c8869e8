import { median } from "../scoring/median.ts";
import { marketCommonality } from "./factors/market-commonality.ts";
import { overlap } from "./factors/overlap.ts";
import { factors } from "./factors.ts";
import type { FactorWeights, ThreatFigures } from "./figures.ts";

/**
 * Typical rival: threat as a plane over the two factors on the axes of the map, so that lines of equal threat can be
 * drawn without knowing how threats are measured:
 * threat = base + perOverlap · overlap + perMarketCommonality · market commonality.
 */
export interface TypicalRival {
  base: number;
  perOverlap: number;
  perMarketCommonality: number;
  /** Part of the other factors in contact, 0..1: the median of the rivals. */
  otherContact: number;
  /** The share of contact that the dampers leave, above 0 up to 1: the median of the rivals. */
  damping: number;
}

const indexOf = (kind: string): number => factors.findIndex((factor) => factor.kind === kind);
const overlapIndex = indexOf(overlap.kind);
const marketCommonalityIndex = indexOf(marketCommonality.kind);
const otherFactors = factors.flatMap(({ kind }, index) =>
  index === overlapIndex || index === marketCommonalityIndex ? [] : [{ kind, index }],
);

/**
 * Typical rival of a list: the formula of contact and damping (docs/model.md, section 5) with the other factors and the
 * dampers at the median of those whose overlap and market commonality are both known. Null when there is none.
 */
export function typicalRival(rivals: readonly ThreatFigures[], weights: FactorWeights): TypicalRival | null {
  const isKnown = ({ factors: values }: ThreatFigures) =>
    values[overlapIndex]!.value !== null && values[marketCommonalityIndex]!.value !== null;
  const known = rivals.filter(isKnown);
  const total = factors.reduce((sum, { kind }) => sum + weights[kind], 0);
  const shareOf = (kind: keyof FactorWeights) => weights[kind] / total;
  const otherContact = median(
    known.map(({ factors: values }) =>
      otherFactors.reduce((sum, { kind, index }) => sum + shareOf(kind) * (values[index]!.value ?? 0), 0),
    ),
  );
  const damping = median(known.map((figures) => figures.damping));
  if (otherContact === null || damping === null) return null;
  return {
    base: damping * otherContact,
    perOverlap: damping * shareOf(overlap.kind),
    perMarketCommonality: damping * shareOf(marketCommonality.kind),
    otherContact,
    damping,
  };
}
