import { MeasureError } from "../../shared/measure-error.ts";
import { requireDay } from "../../time/dates.ts";
import { MAX_DATES } from "./require-dates.ts";

export type Step = "MONTH" | "QUARTER" | "YEAR";

export interface Period {
  from: string;
  to: string;
}

const months: { readonly [S in Step]: number } = { MONTH: 1, QUARTER: 3, YEAR: 12 };

const LAST_YEAR = 9999;

/** Adds months to a day; the month's last day where it has no such day. */
function monthsLater(day: string, count: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const isLeap = (toYear % 4 === 0 && toYear % 100 !== 0) || toYear % 400 === 0;
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][toMonth - 1]!;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(toYear).padStart(4, "0")}-${two(toMonth)}-${two(Math.min(date, length))}`;
}

/**
 * Validates a period: two existing days, the earlier first.
 * @throws MeasureError IMPOSSIBLE_DATE, BAD_PERIOD
 */
export function requirePeriod({ from, to }: Period): Period {
  requireDay(from, "from");
  requireDay(to, "to");
  if (from >= to) throw new MeasureError("BAD_PERIOD", `from ${from} is not before to ${to}. Use an earlier from.`);
  return { from, to };
}

/**
 * Days of a trend: from, the same day of every following month, quarter or year (the last day of a shorter month), and
 * finally to, whatever its distance.
 * @throws MeasureError IMPOSSIBLE_DATE, BAD_PERIOD, TOO_MANY_DATES
 */
export function stepDates(period: Period, step: Step): string[] {
  const { from, to } = requirePeriod(period);
  const dates: string[] = [];
  for (let day = from; day < to; day = monthsLater(from, dates.length * months[step])) {
    dates.push(day);
    if (dates.length >= MAX_DATES) {
      throw new MeasureError(
        "TOO_MANY_DATES",
        `From ${from} to ${to} by ${step} there are more than ${MAX_DATES} points. Use a longer step or a shorter period.`,
      );
    }
    if (Number(day.slice(0, 4)) >= LAST_YEAR) break;
  }
  return [...dates, to];
}
