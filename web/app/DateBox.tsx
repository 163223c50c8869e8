import { DayInput } from "../shared/DayInput.tsx";
import { formatDate, today, todayWord } from "../shared/format.ts";

/** The as-of date of every measure. Cleared, it is today again: undefined, so that the link keeps meaning today. */
export function DateBox({ day, onDay }: { day: string | undefined; onDay(day: string | undefined): void }) {
  const shown = day ?? today();
  return (
    <div className="bar-date">
      <span className="bar-date-text" aria-hidden>
        {formatDate(shown)}
      </span>
      <DayInput
        size="xs"
        aria-label="As of"
        title={
          day
            ? `Change the date (as of ${formatDate(day)})`
            : `Change the date (as of ${todayWord()}, ${formatDate(shown)})`
        }
        value={shown}
        onDay={(chosen) => onDay(chosen === null || chosen === today() ? undefined : chosen)}
      />
    </div>
  );
}
