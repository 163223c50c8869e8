import { addMonths, dayNumber, dayOf, type Span } from "./days.ts";
import type { TimelineMark } from "./timeline.graphql.ts";

/** Linear scale of days along an axis, in pixels. */
export interface Axis {
  span: Span;
  width: number;
  /** Pixels from the left end. */
  x(day: string): number;
  /** Day at a position, clamped to the ends. */
  day(x: number): string;
}

export function axisOf(span: Span, width: number): Axis {
  const from = dayNumber(span.from);
  const days = Math.max(1, dayNumber(span.to) - from);
  return {
    span,
    width,
    x: (day) => ((dayNumber(day) - from) / days) * width,
    day: (x) => dayOf(from + Math.min(days, Math.max(0, Math.round((x / width) * days)))),
  };
}

interface Tick {
  x: number;
  /** Absent: a small tick between two years. */
  year?: string;
}

const minBetweenYears = 44;
const minBetweenMonths = 16;

/**
 * Ticks at each first of January, with the year where there is room; quarters or months between where there is more.
 */
export function ticksOf({ span, x, width }: Axis): Tick[] {
  const first = Number(span.from.slice(0, 4));
  const last = Number(span.to.slice(0, 4));
  const perYear = (width * 365.25) / Math.max(1, dayNumber(span.to) - dayNumber(span.from));
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
  const step = steps.find((years) => years * perYear >= minBetweenYears) ?? 2_000;
  const between = [1, 3].find((months) => (months * perYear) / 12 >= minBetweenMonths);
  const ticks: Tick[] = [];
  for (let year = first; year <= last; year++) {
    const start = `${String(year).padStart(4, "0")}-01-01`;
    if (start >= span.from && start <= span.to && year % step === 0) ticks.push({ x: x(start), year: String(year) });
    if (!between || step > 1) continue;
    for (let month = between; month < 12; month += between) {
      const day = addMonths(start, month);
      if (day >= span.from && day <= span.to) ticks.push({ x: x(day) });
    }
  }
  return ticks;
}

/** Events within a few pixels of each other: one mark of the axis. */
export interface Stroke {
  x: number;
  /** Relative height, 0..1, by the square root of the number of events, so that ten beside one stay visible. */
  height: number;
  marks: TimelineMark[];
}

/** Merges marks that would touch into one at their centre. */
export function strokesOf(marks: readonly TimelineMark[], { span, x }: Axis, room = 3): Stroke[] {
  const piles: TimelineMark[][] = [];
  for (const mark of marks) {
    if (mark.date < span.from || mark.date > span.to || mark.events.length === 0) continue;
    const pile = piles.at(-1);
    if (pile && x(mark.date) - x(pile[0]!.date) < room) pile.push(mark);
    else piles.push([mark]);
  }
  const counts = piles.map((pile) => pile.reduce((sum, { events }) => sum + events.length, 0));
  const max = Math.max(1, ...counts);
  return piles.map((pile, i) => ({
    x: (x(pile[0]!.date) + x(pile.at(-1)!.date)) / 2,
    height: Math.sqrt(counts[i]! / max),
    marks: pile,
  }));
}

/** Mark at a position: the nearest within reach. */
export function strokeAt(strokes: readonly Stroke[], x: number, reach = 7): Stroke | null {
  let best: Stroke | null = null;
  for (const stroke of strokes)
    if (Math.abs(stroke.x - x) <= reach && (!best || Math.abs(stroke.x - x) < Math.abs(best.x - x))) best = stroke;
  return best;
}
