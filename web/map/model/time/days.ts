import { isDay } from "../../../shared/format.ts";

// Days as YYYY-MM-DD sort as text. For lengths along an axis they are counted from 1 January 1970, in UTC.

const dayMillis = 86_400_000;

/** Days since 1 January 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMillis);

export const dayOf = (number: number): string => new Date(Math.round(number) * dayMillis).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days);

/** Adds months to a day; the month's last day where it has no such day: 31 January plus one month is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export const within = (day: string, { from, to }: Span): string => (day < from ? from : day > to ? to : day);

/** Both days are included. */
export interface Span {
  from: string;
  to: string;
}

/** The last of the days (sorted, earliest first) that is not after a day; null when all are. */
export function lastUntil(days: readonly string[], day: string): string | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return days[low - 1] ?? null;
}

/** The days on which the map of all dates changes, earliest first. */
export function turningDays(facts: readonly { validFrom: string | null; validTo: string | null }[]): string[] {
  const days = new Set<string | null>();
  for (const { validFrom, validTo } of facts) days.add(validFrom).add(validTo);
  return [...days].filter((day) => isDay(day)).sort();
}
