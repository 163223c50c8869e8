import { isDay, monthOf } from "../shared/format.ts";
import { part, type Span } from "./span.ts";

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const datePattern = `today|\\d{4}-\\d{2}-\\d{2}|(?:\\d{1,2}\\s+)?${month}\\s+\\d{4}`;

/**
 * A date as it is typed: "12 Mar 2026", "2026-03-12" or "today"; of "Mar 2026" and "2026" alone the first day. Null for
 * none. A year alone is no date at the end of a name, as in "Vision 2030".
 */
export function readDate(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === "today") return today;
  if (isDay(typed)) return typed;
  if (/^\d{4}$/.test(typed)) return readDate(`${typed}-01-01`, today);
  const named = /^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(typed);
  const number = monthOf(named?.[2] ?? "");
  if (!named || number === 0) return null;
  const day = `${named[3]}-${String(number).padStart(2, "0")}-${(named[1] ?? "1").padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** A number as it is typed: "0.6", "1,200" or "60 %"; null for none. */
export function readNumber(text: string): number | null {
  const match = /^(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  if (!match) return null;
  const value = Number(match[1]!.replaceAll(",", ""));
  // Not divided as a binary fraction: 55 % is 0.55.
  return match[2] ? Number((value / 100).toPrecision(12)) : value;
}

/** What stands before and at the end of a span; the end is null where it is of another form. */
interface Ended {
  before: Span;
  end: Span | null;
}

const atEnd = (pattern: string): RegExp => new RegExp(`(?:^|[\\s,])(${pattern})$`, "i");
const dateAtEnd = atEnd(`(?:on\\s+)?(?:${datePattern})`);
const numberAtEnd = atEnd("(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)\\s*%?");

function ended(span: Span, pattern: RegExp): Ended {
  const match = pattern.exec(span.text);
  if (!match) return { before: span, end: null };
  const start = span.text.length - match[1]!.length;
  return { before: part(span, 0, start), end: part(span, start) };
}

export const endingDate = (span: Span): Ended => ended(span, dateAtEnd);
export const endingNumber = (span: Span): Ended => ended(span, numberAtEnd);
