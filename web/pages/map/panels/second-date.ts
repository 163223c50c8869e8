import { addMonths } from "../../../map/model/time/days.ts";
import { dateToCompare, spanOf } from "../../../map/model/time/marks.ts";
import { today } from "../../../shared/format.ts";
import type { MapContextValue } from "../map-context.ts";

/** A comparison begins with two dates. */
export function secondDate({ time, frames }: Pick<MapContextValue, "time" | "frames">): { against?: string } {
  if (time.against !== null) return {};
  frames.want();
  const span = frames.timeline ? spanOf(frames.timeline, today()) : { from: addMonths(time.day, -12), to: time.day };
  return { against: dateToCompare(time.day, span) };
}
