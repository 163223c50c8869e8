import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import type { MemoFor } from "../../shared/memo.ts";
import type { Facts } from "../../time/facts.ts";
import { type RankedThreat, rankThreats, type ThreatOptions } from "./ranking.ts";

/** Key of the focal actor, whether in force or not; a MeasureError when there is no such actor. */
export function requireFocalOverTime(document: EcosystemDocument, asked?: string | null): string {
  const focal = asked ?? document.ecosystem.focal;
  if (focal === undefined) {
    throw new MeasureError("FOCAL_MISSING", "No focal firm: the ecosystem has none, and none was given.");
  }
  if (!document.actors?.some(({ key }) => key === focal)) {
    throw new MeasureError("FOCAL_UNKNOWN", `The focal firm "${focal}" is not an actor of the ecosystem.`);
  }
  return focal;
}

const isOfOneDay = (error: unknown): boolean =>
  error instanceof MeasureError && (error.code === "FOCAL_WITHOUT_POSITION" || error.code === "FOCAL_UNKNOWN");

/**
 * Rivals on a day, ranked; null when the focal firm is not in force or has no position, as may happen on single days.
 */
export function rankedOrNull(facts: Facts, options: ThreatOptions, memoFor?: MemoFor): RankedThreat[] | null {
  try {
    return rankThreats(facts, options, memoFor).ranked;
  } catch (error) {
    if (isOfOneDay(error)) return null;
    throw error;
  }
}
