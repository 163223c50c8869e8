import type { DimensionKind } from "../../graphql/schema-types.ts";
import { dimensionWords } from "../../shared/words.ts";

/** How much dimensions count against each other, in place of the 1 that each has. */
export type Weights = Partial<Record<DimensionKind, number>>;

export const dimensionKinds = Object.keys(dimensionWords) as DimensionKind[];
/** The most that the page offers: five times as much as one that counts as usual. */
export const mostWeight = 5;

export const weightOf = (weights: Weights | undefined, kind: DimensionKind): number => weights?.[kind] ?? 1;

/** With all at 0 there is nothing to judge: the API refuses it, and the page says so before it asks. */
export const allZero = (weights: Weights | undefined): boolean =>
  dimensionKinds.every((kind) => weightOf(weights, kind) === 0);

/** Weights as the address has them; undefined for what means none, which is never read in part: that would be another view. */
export function readWeights(raw: unknown): Weights | undefined {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return undefined;
  const entries = Object.entries(raw);
  const isSound = entries.every(
    ([kind, weight]) =>
      Object.hasOwn(dimensionWords, kind) && typeof weight === "number" && weight >= 0 && weight <= mostWeight,
  );
  const weights = raw as Weights;
  return entries.length === 0 || !isSound || allZero(weights) ? undefined : weights;
}

/** With another weight for one dimension; undefined when all count the same again, so that the address says nothing of it. */
export function withWeight(weights: Weights | undefined, kind: DimensionKind, weight: number): Weights | undefined {
  const next = Object.fromEntries(
    dimensionKinds.map((one) => [one, one === kind ? weight : weightOf(weights, one)]).filter(([, w]) => w !== 1),
  ) as Weights;
  return Object.keys(next).length === 0 ? undefined : next;
}

/** As the API takes them; null for equal ones. */
export const weightInput = (weights: Weights | undefined): { dimension: DimensionKind; weight: number }[] | null =>
  weights
    ? dimensionKinds
        .filter((kind) => weights[kind] !== undefined)
        .map((dimension) => ({ dimension, weight: weights[dimension]! }))
    : null;

/** "standards × 2, data sharing left out": what differs from equal weights, in words. */
export const weightsInWords = (weights: Weights): string =>
  dimensionKinds
    .filter((kind) => weightOf(weights, kind) !== 1)
    .map((kind) => {
      const name = dimensionWords[kind].label.toLowerCase();
      return weights[kind] === 0 ? `${name} left out` : `${name} × ${weights[kind]}`;
    })
    .join(", ");
