import { isDay } from "./format.ts";

// The URL is the state. Each piece of it reads its own parameters; a value that means nothing (an old link, a typing
// error) is left out, never an error. It is named all the same, as undefined: the router lays what a page reads over the
// raw parameters, and what is not named there would come through as it stands in the link.

export type RawSearch = Record<string, unknown>;

export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== ""
    ? value.slice(0, 500)
    : typeof value === "number"
      ? String(value)
      : undefined;

export const texts = (value: unknown): string[] | undefined => {
  const list = Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
  return list.length > 0 ? [...new Set(list)] : undefined;
};

export const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value);

export const numberWithin = (low: number, high: number, value: unknown): number | undefined =>
  typeof value === "number" && value >= low && value <= high ? value : undefined;

export const wholeWithin = (low: number, high: number, value: unknown): number | undefined =>
  Number.isInteger(value) ? numberWithin(low, high, value) : undefined;

export const day = (value: unknown): string | undefined => (isDay(value) ? value : undefined);
