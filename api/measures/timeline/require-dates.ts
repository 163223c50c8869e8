import { MeasureError } from "../../shared/measure-error.ts";
import { requireDay } from "../../time/dates.ts";

/** The maximum number of dates of one answer. */
export const MAX_DATES = 400;

/**
 * Validates a list of dates: existing days in strictly ascending order, 1 to 400 of them.
 * @throws MeasureError NO_DATES, TOO_MANY_DATES, IMPOSSIBLE_DATE, DATES_NOT_ASCENDING
 */
export function requireAscending(dates: readonly string[], argument: string): readonly string[] {
  if (dates.length === 0) throw new MeasureError("NO_DATES", `${argument} is empty. Give at least one date.`);
  if (dates.length > MAX_DATES) {
    throw new MeasureError("TOO_MANY_DATES", `${argument} has ${dates.length} dates. Give at most ${MAX_DATES}.`);
  }
  for (const [index, date] of dates.entries()) {
    requireDay(date, argument);
    const before = dates[index - 1];
    if (before !== undefined && before >= date) {
      throw new MeasureError(
        "DATES_NOT_ASCENDING",
        `${argument} has ${date} after ${before}. Give each date once, in ascending order.`,
      );
    }
  }
  return dates;
}
