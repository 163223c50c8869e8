import type { TimelineEvent } from "./timeline.ts";

/**
 * Events of each period between consecutive dates, the later one included; none for the first.
 * @param events earliest first
 */
export function eventsBetween(events: readonly TimelineEvent[], dates: readonly string[]): TimelineEvent[][] {
  let at = 0;
  while (at < events.length && events[at]!.date <= dates[0]!) at += 1;
  return dates.map((date) => {
    const start = at;
    while (at < events.length && events[at]!.date <= date) at += 1;
    return events.slice(start, at);
  });
}
