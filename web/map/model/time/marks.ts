import type { TimelineEventKind } from "../../../graphql/schema-types.ts";
import { formatDate } from "../../../shared/format.ts";
import { eventWords } from "../../../shared/words.ts";
import { addDays, addMonths, dayNumber, type Span, within } from "./days.ts";
import type { Timeline, TimelineMark } from "./timeline.graphql.ts";

/** In the order in which the events of a day are listed. */
const kinds = Object.keys(eventWords) as TimelineEventKind[];

/** How many things of each kind happened: "3 entered, 1 agreed on data". */
export function summary({ events }: Pick<TimelineMark, "events">): string {
  return kinds
    .flatMap((kind) => {
      const n = events.filter((event) => event.kind === kind).length;
      return n > 0 ? [`${n} ${eventWords[kind].toLowerCase()}`] : [];
    })
    .join(", ");
}

/** An end later than this stands for none: what is said to end in 9999 is open. */
const lastEnd = "2200-12-31";

/** A time without events, in days and as a part of the axis, that leaves everything after it too little room. */
const emptyDays = 30 * 365;
const emptyPart = 0.75;

/** The first day that is drawn: a lone early one (a firm's foundation, 0001-01-01 for "unknown") would take the axis for itself. */
function firstDrawn(marks: readonly TimelineMark[], first: string, end: string): string {
  const days = [...new Set([first, ...marks.map(({ date }) => date), end])].filter((day) => day >= first && day <= end);
  const isTooFar = (at: number) => {
    const gap = dayNumber(days[at + 1]!) - dayNumber(days[at]!);
    return gap > emptyDays && gap > emptyPart * (dayNumber(end) - dayNumber(days[at]!));
  };
  let at = 0;
  // The last two stay: where nothing happened since, the early day is all there is.
  while (at + 2 < days.length && isTooFar(at)) at++;
  return days[at]!;
}

/**
 * Days of the axis: all days with an actor's event, and today, save lone early ones. Marks of equipment may be far
 * outside; without other events they define the axis. At least three months, so that a day is wide enough to click.
 */
export function spanOf({ from, to, marks }: Timeline, today: string): Span {
  const first = from ?? marks[0]?.date ?? today;
  const lastMark = marks.findLast(({ date }) => date <= lastEnd)?.date ?? today;
  const last = to === null || to > lastEnd ? lastMark : to;
  const end = last > today ? last : today;
  const start = addDays(firstDrawn(marks, first < today ? first : today, end), -1);
  const min = addMonths(start, 3);
  return { from: start, to: end < min ? min : end };
}

/** Nearest mark before (-1) or after (1) a day, within the span; null when there is none. */
export function neighbourMark(
  marks: readonly TimelineMark[],
  span: Span,
  day: string,
  way: -1 | 1,
): TimelineMark | null {
  const inside = marks.filter(({ date }) => date >= span.from && date <= span.to);
  return (way > 0 ? inside.find(({ date }) => date > day) : inside.findLast(({ date }) => date < day)) ?? null;
}

/** Note on a day outside of all records; null for a day within. */
export function outside(timeline: Timeline, day: string, today: string): string | null {
  const { from, to } = timeline;
  if (from === null || to === null) return null;
  if (day < from) return `No records before ${formatDate(from)}.`;
  if (day > to && day > today) return `No records after ${formatDate(to)}: the state on that date is shown.`;
  return null;
}

/** Note on events before the axis; null when there are none. */
export function beforeAxis({ from }: Timeline, span: Span): string | null {
  if (from === null || from >= span.from) return null;
  return `Earlier events, from ${formatDate(from)} on, are not on the axis. Enter a date to see the state on it.`;
}

/** Note on events after the axis; null when there are none. */
export function afterAxis({ to }: Timeline, span: Span): string | null {
  if (to === null || to <= span.to) return null;
  return `Later events, until ${formatDate(to)}, are not on the axis. Enter a date to see the state on it.`;
}

/** What a day is compared with at first: a year before, or an end of the axis where nothing is known so early. */
export function dateToCompare(day: string, span: Span): string {
  const year = within(addMonths(day, -12), span);
  if (year !== within(day, span)) return year;
  return day === span.to ? span.from : span.to;
}
