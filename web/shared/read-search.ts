import { isDay } from "./format.ts";

// The URL is the state. Each piece of it reads its own parameters; a value that means nothing (an old link, a typing
// error) is left out, never an error.

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

export const day = (value: unknown): string | undefined => (isDay(value) ? value : undefined);

/** Leaves out what is undefined, so that links stay short. */
export const tidy = <T extends object>(search: T): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
