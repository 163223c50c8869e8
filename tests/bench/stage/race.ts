import type { Figure } from "./figure.ts";

/** One way to do the work; `before` is not timed. */
export interface Runner {
  before?: () => unknown;
  run: () => unknown;
}

/** Milliseconds of one runner's rounds after warm-up, in the order of the rounds. */
export interface Times {
  samples: readonly number[];
  median: number;
  min: number;
}

export const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/**
 * Runs all in turn, round after round, so that whatever slows the machine meanwhile slows each of them alike.
 * Rounds of warm-up, in which the engine and the database learn the code, are not counted.
 */
export async function race<Name extends string>(
  runners: Record<Name, Runner>,
  { rounds = 15, warmUp = 5 }: { rounds?: number; warmUp?: number } = {},
): Promise<Record<Name, Times>> {
  const names = Object.keys(runners) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      await runners[name].before?.();
      const start = performance.now();
      await runners[name].run();
      if (round >= 0) samples[name].push(performance.now() - start);
    }
  }
  const timesOf = (name: Name): Times => ({
    samples: samples[name],
    median: middle(samples[name]),
    min: Math.min(...samples[name]),
  });
  return Object.fromEntries(names.map((name) => [name, timesOf(name)])) as Record<Name, Times>;
}

/** How many times as long one takes as another: the median over the rounds of their ratio in each. */
export const ratio = (one: Times, other: Times): number =>
  middle(one.samples.map((sample, round) => sample / other.samples[round]!));

/** "median 12.3 ms (min 10.1) against 8.0 ms (min 7.5), ratio of the minima 1.35" */
export function inWords(one: Times, other: Times): string {
  const words = ({ median, min }: Times) => `${median.toFixed(1)} ms (min ${min.toFixed(1)})`;
  return `median ${words(one)} against ${words(other)}; ratio of the minima ${(one.min / other.min).toFixed(2)}`;
}

/** The figure of how many times as long one takes as another, with the bound that it is held to where there is one. */
export const ratioFigure = (
  what: string,
  one: Times,
  other: Times,
  bound: Pick<Figure, "atMost" | "atLeast"> = {},
): Figure => ({ what, value: ratio(one, other), unit: "×", ...bound, from: inWords(one, other) });
