import type { FactBase } from "../../cypher/model/document.ts";

/** Open start and open end of a span, as texts that sort before and after every date. */
export const OPEN_START = "";
export const OPEN_END = "~";

/** Span of days [from, to); an open end is OPEN_START or OPEN_END. */
export interface Span {
  from: string;
  to: string;
}

export const ALWAYS: Span = { from: OPEN_START, to: OPEN_END };
export const NEVER: Span = { from: OPEN_END, to: OPEN_START };

export const isEmpty = ({ from, to }: Span): boolean => from >= to;

export const contains = ({ from, to }: Span, day: string): boolean => from <= day && day < to;

/** Intersection of two spans; an empty span when they do not overlap. */
export const intersect = (one: Span, other: Span): Span => ({
  from: one.from > other.from ? one.from : other.from,
  to: one.to < other.to ? one.to : other.to,
});

/** Difference: the days of a span that are in none of the others, as the fewest spans. */
export function subtract(span: Span, others: readonly Span[]): Span[] {
  const taken = others.filter((it) => !isEmpty(it));
  return taken.reduce<Span[]>(
    (left, { from, to }) =>
      left.flatMap((piece) =>
        [intersect(piece, { from: OPEN_START, to: from }), intersect(piece, { from: to, to: OPEN_END })].filter(
          (it) => !isEmpty(it),
        ),
      ),
    [span].filter((it) => !isEmpty(it)),
  );
}

/** First valid day of a fact; without validFrom the earliest. */
export const startOf = (fact: FactBase): string => fact.validFrom ?? OPEN_START;

/** First day on which a fact is no longer valid. */
export const endOf = (fact: FactBase): string => fact.validTo ?? OPEN_END;

/** The first day of a calendar year. */
export const newYear = (year: number): string => `${String(year).padStart(4, "0")}-01-01`;
