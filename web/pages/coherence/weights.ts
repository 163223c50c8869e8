import type { DimensionKind } from "../../graphql/schema-types.ts";
import { dimensionWords } from "../../shared/words.ts";
import type { CoherenceDimension } from "./coherence.graphql.ts";

/** Dimension weights that differ from the default. */
export type Weights = Partial<Record<DimensionKind, number>>;

export const dimensionKinds = Object.keys(dimensionWords) as DimensionKind[];
/** Largest weight that the page offers. */
export const maxWeight = 5;

/** A dimension with the weight that the API gives it when the page gives none. */
export type Weighable = Pick<CoherenceDimension, "kind" | "defaultWeight">;

export const weightOf = (weights: Weights | undefined, { kind, defaultWeight }: Weighable): number =>
  weights?.[kind] ?? defaultWeight;

/** Whether all weights are 0, those by default included, which the API refuses; the page says so before it asks. */
export const countsNothing = (weights: Weights | undefined, dimensions: readonly Weighable[]): boolean =>
  dimensions.every((dimension) => weightOf(weights, dimension) === 0);

/** Whether a link sets every weight to 0: refused whatever the defaults are, which are not known when it is read. */
const allZero = (weights: Weights): boolean => dimensionKinds.every((kind) => weights[kind] === 0);

/** Weights of the URL; undefined if any part of them is invalid, since the rest alone would be another view. */
export function readWeights(raw: unknown): Weights | undefined {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return undefined;
  const entries = Object.entries(raw);
  const isSound = entries.every(
    ([kind, weight]) =>
      Object.hasOwn(dimensionWords, kind) && typeof weight === "number" && weight >= 0 && weight <= maxWeight,
  );
  const weights = raw as Weights;
  return entries.length === 0 || !isSound || allZero(weights) ? undefined : weights;
}

/** Weights with one changed; undefined when none differs any more, so that the URL has no parameter for them. */
export function withWeight(
  weights: Weights | undefined,
  { kind, defaultWeight }: Weighable,
  weight: number,
): Weights | undefined {
  const changed = { ...weights, [kind]: weight === defaultWeight ? undefined : weight };
  const next = Object.fromEntries(
    dimensionKinds.map((one) => [one, changed[one]]).filter(([, value]) => value !== undefined),
  ) as Weights;
  return Object.keys(next).length === 0 ? undefined : next;
}

/** Weights as the API's input; null for the default ones. */
export const weightInput = (weights: Weights | undefined): { dimension: DimensionKind; weight: number }[] | null =>
  weights
    ? dimensionKinds
        .filter((kind) => weights[kind] !== undefined)
        .map((dimension) => ({ dimension, weight: weights[dimension]! }))
    : null;

/** "standards × 2, data sharing excluded": the differences from the default weights, as text. */
export const weightsInWords = (weights: Weights): string =>
  dimensionKinds
    .filter((kind) => weights[kind] !== undefined)
    .map((kind) => {
      const name = dimensionWords[kind].toLowerCase();
      return weights[kind] === 0 ? `${name} excluded` : `${name} × ${weights[kind]}`;
    })
    .join(", ");
