import { MeasureError } from "../../shared/measure-error.ts";
import type { Facts } from "../../time/facts.ts";

/** Key of the focal actor: the requested one, else the ecosystem's; a MeasureError when there is none in force. */
export function requireFocal(facts: Facts, asked?: string | null): string {
  const focal = asked ?? facts.focal;
  if (focal === null) {
    throw new MeasureError("FOCAL_MISSING", "No focal firm: the ecosystem has none, and none was given.");
  }
  if (!facts.actors.has(focal)) {
    throw new MeasureError("FOCAL_UNKNOWN", `The focal firm "${focal}" is not an actor in force on ${facts.asOf}.`);
  }
  return focal;
}
