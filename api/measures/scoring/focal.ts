import { MeasureError } from "../../shared/measure-error.ts";
import type { Facts } from "../../time/facts.ts";

/** The key of the focal actor: the one asked for, else the ecosystem's; a MeasureError when there is none in force. */
export function requireFocal(facts: Facts, asked?: string | null): string {
  const focal = asked ?? facts.focal;
  if (focal === null) {
    throw new MeasureError("FOCAL_MISSING", "Name a focal actor: the ecosystem has none of its own.");
  }
  if (!facts.actors.has(focal)) {
    throw new MeasureError(
      "FOCAL_UNKNOWN",
      `There is no actor "${focal}" in force on ${facts.asOf} to be the focal actor.`,
    );
  }
  return focal;
}
