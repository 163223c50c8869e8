import { isDay } from "./format.ts";

// Search parameter readers: the URL is the state. An invalid value (an old link, a typing error) is dropped, never an
// error. Its name is still returned, as undefined: the router merges what a page reads into the raw parameters, and a
// name that is missing there would keep the raw value.

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
