import { addDays, lastUntil } from "./days.ts";
import type { FrameBoundary, FrameCoherence, FramePosition, FrameRival, MapFrame } from "./frames.graphql.ts";

/** Measures of one day, complete: drawing it needs no other frame. */
export interface Frame {
  date: string;
  positions: readonly FramePosition[];
  boundaries: readonly FrameBoundary[];
  /** Null without a focal firm that can be judged on that day. */
  rivals: readonly FrameRival[] | null;
  typicalRival: MapFrame["typicalRival"];
  coherence: FrameCoherence;
}

/** Decodes the frames of one answer: a list of the API contains only what differs from the frame before. */
export function wholeFrames(answer: readonly MapFrame[]): Frame[] {
  const positions = new Rows<FramePosition>();
  const boundaries = new Rows<FrameBoundary>();
  let rivals = new Rows<FrameRival>();
  return answer.map((frame) => {
    if (frame.rivals === null) rivals = new Rows();
    return {
      date: frame.date,
      positions: positions.next(frame.positions, frame.positionsGone),
      boundaries: boundaries.next(frame.boundaries, frame.boundariesGone),
      rivals: frame.rivals && rivals.next(frame.rivals, frame.rivalsGone),
      typicalRival: frame.typicalRival,
      coherence: frame.coherence,
    };
  });
}

/** Rows by id, in the order of their keys; the same list while nothing changes, so that nothing is redrawn. */
class Rows<Row extends { id: string; key: string }> {
  #rows = new Map<string, Row>();
  #list: readonly Row[] = [];

  next(changed: readonly Row[], removed: readonly string[]): readonly Row[] {
    if (changed.length === 0 && removed.length === 0) return this.#list;
    for (const id of removed) this.#rows.delete(id);
    for (const row of changed) this.#rows.set(row.id, row);
    this.#list = [...this.#rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    return this.#list;
  }
}

/** Days to request frames of: every mark, and the day before the first, for facts without a start. */
export const frameDays = (marks: readonly string[]): string[] =>
  marks.length === 0 ? [] : [addDays(marks[0]!, -1), ...marks];

/**
 * Limits the days, evenly spaced, with the first and the last included. With thousands of marks, a moving date shows
 * the nearest earlier frame, since each frame takes the server time.
 */
export function thinned(days: readonly string[], max: number): readonly string[] {
  if (days.length <= max) return days;
  const step = (days.length - 1) / (max - 1);
  return Array.from({ length: max }, (_, i) => days[Math.round(i * step)]!);
}

/** Day of the frame for a day: the last mark not after it, else the first of all. */
export const holdingDay = (days: readonly string[], day: string): string | undefined => lastUntil(days, day) ?? days[0];

/** Batches of at most `size` days; the batch with the day itself comes first, then the nearest ones. */
export function inChunks(days: readonly string[], size: number, day: string): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < days.length; start += size) chunks.push(days.slice(start, start + size));
  const home = Math.max(
    0,
    chunks.findLastIndex((chunk) => chunk[0]! <= day),
  );
  const order = chunks.map((chunk, i) => ({ chunk, far: Math.abs(i - home) }));
  return order.sort((a, b) => a.far - b.far).map(({ chunk }) => chunk);
}

/**
 * Frame for a day: that of the last mark not after it; before all marks, that of the day before the first. Null while
 * it is loading.
 */
export function frameOn(frames: ReadonlyMap<string, Frame>, days: readonly string[], day: string): Frame | null {
  const at = holdingDay(days, day);
  return (at && frames.get(at)) || null;
}
