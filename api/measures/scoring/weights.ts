import { MeasureError } from "../../shared/measure-error.ts";

/** Largest sum of weights: far beyond it sums overflow, and a score would silently be 0. */
const MAX_WEIGHT = 1e9;

/** Weights by name: the defaults, overridden by those given; an invalid list is a MeasureError that names the entry. */
export function readWeights<Name extends string>(
  what: string,
  defaults: Readonly<Record<Name, number>>,
  given: readonly { name: Name; weight: number }[],
): Record<Name, number> {
  const weights: Record<Name, number> = { ...defaults };
  const seen = new Set<Name>();
  for (const { name, weight } of given) {
    if (!Object.hasOwn(defaults, name)) throw new MeasureError("UNKNOWN_WEIGHT", `There is no ${what} ${name}.`);
    if (seen.has(name)) throw new MeasureError("DOUBLE_WEIGHT", `The weight of ${name} is given twice. Give it once.`);
    if (!(weight >= 0)) {
      throw new MeasureError("NEGATIVE_WEIGHT", `The weight of ${name} is ${weight}. Use 0 or more.`);
    }
    if (weight > MAX_WEIGHT) {
      throw new MeasureError("HUGE_WEIGHT", `The weight of ${name} is ${weight}. Use at most ${MAX_WEIGHT}.`);
    }
    seen.add(name);
    weights[name] = weight;
  }
  if (Object.values<number>(weights).every((weight) => weight === 0)) {
    throw new MeasureError("ALL_WEIGHTS_ZERO", `All ${what} weights are 0. Give at least one a weight above 0.`);
  }
  return weights;
}
