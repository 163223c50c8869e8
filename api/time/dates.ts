import { MeasureError } from "../shared/measure-error.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whether the text is a day that exists, as YYYY-MM-DD: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date itself, or a MeasureError that names the argument. */
export function requireDay(text: string, argument: string): string {
  if (!isDay(text)) {
    throw new MeasureError(
      "IMPOSSIBLE_DATE",
      `${argument} "${text}" is not a date. Use an existing date as YYYY-MM-DD.`,
    );
  }
  return text;
}

/** Whole days from one day to a later one (negative when it is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_PER_DAY);
}

/** The calendar year of a day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * UTC date of a timestamp such as 2026-03-01T23:30:00-05:00. A valid date-time that JavaScript cannot parse (a leap
 * second, an offset without minutes) counts on the date that is written.
 */
export function utcDayOf(moment: string): string {
  const time = Date.parse(moment);
  return (Number.isNaN(time) ? moment : new Date(time).toISOString()).slice(0, 10);
}
