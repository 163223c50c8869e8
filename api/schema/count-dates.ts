import { MAX_DATES } from "../measures/timeline/require-dates.ts";
import { type Step, stepDates } from "../measures/timeline/steps.ts";
import { MeasureError } from "../shared/measure-error.ts";

/**
 * How many dates a field computes for, by its arguments: those of `dates`, or of a trend; 1 where they are not valid,
 * for then it computes nothing. Apart from the schema itself, which whoever admits operations need not load.
 */
export function countDates({ dates, from, to, step }: Readonly<Record<string, unknown>>): number {
  if (Array.isArray(dates)) return dates.length > MAX_DATES ? 1 : Math.max(1, dates.length);
  try {
    return stepDates({ from: String(from), to: String(to) }, step as Step).length;
  } catch (error) {
    if (error instanceof MeasureError) return 1;
    throw error;
  }
}
