import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import type { ReuseFor } from "../../shared/reuse.ts";
import type { Facts } from "../../time/facts.ts";
import { type RankedThreat, rankThreats, type ThreatOptions } from "./ranking.ts";

/** The key of the focal actor, whether in force on some day or not; a MeasureError when there is no such actor. */
export function requireFocalOverTime(document: EcosystemDocument, asked?: string | null): string {
  const focal = asked ?? document.ecosystem.focal;
  if (focal === undefined) {
    throw new MeasureError("FOCAL_MISSING", "Name a focal actor: the ecosystem has none of its own.");
  }
  if (!document.actors?.some(({ key }) => key === focal)) {
    throw new MeasureError("FOCAL_UNKNOWN", `There is no actor "${focal}" to be the focal actor.`);
  }
  return focal;
}

const isOfOneDay = (error: unknown): boolean =>
  error instanceof MeasureError && (error.code === "FOCAL_WITHOUT_POSITION" || error.code === "FOCAL_UNKNOWN");

/** Rivals on a day, ranked; null when the focal firm is not there or has no position, as on one day of many it may be. */
export function rankedOrNull(facts: Facts, options: ThreatOptions, reuseFor?: ReuseFor): RankedThreat[] | null {
  try {
    return rankThreats(facts, options, reuseFor).ranked;
  } catch (error) {
    if (isOfOneDay(error)) return null;
    throw error;
  }
}
