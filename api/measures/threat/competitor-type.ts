import type { ActorKind, ActorRecord, CompetitorType, TagRecord } from "../../../cypher/model/document.ts";
import { valuesOf } from "../../../cypher/model/enum-table.ts";
import { competitorTypes as types } from "../../../cypher/model/enums/competitor-type.ts";
import { utcDayOf } from "../../time/dates.ts";
import type { Facts } from "../../time/facts.ts";
import type { RivalView } from "./rival-view.ts";

/** All types, in the order of the API. */
export const competitorTypes = valuesOf(types);

const SMALL_FIRM_EMPLOYEES = 50;

const isOneOf = (actor: ActorRecord, ...kinds: ActorKind[]): boolean =>
  actor.kinds.some((kind) => kinds.includes(kind));

/** Inferred type: the first whose conditions the facts meet. Source: docs/model.md, section 5, Competitor type. */
export function inferType({ actor, isExpanding }: RivalView): CompetitorType {
  const isSmall = actor.employees !== undefined && actor.employees <= SMALL_FIRM_EMPLOYEES;
  if (isExpanding) return "EXPANDING_CUSTOMER";
  if (isOneOf(actor, "START_UP") || (isSmall && isOneOf(actor, "SERVICE_PROVIDER", "SOFTWARE_PROVIDER", "ANALYST"))) {
    return "SERVICE_CENTRIC_START_UP";
  }
  if (isOneOf(actor, "TECHNOLOGY_FIRM", "SOFTWARE_PROVIDER", "ANALYST")) return "DIVERSIFIED_TECHNOLOGY_FIRM";
  return isOneOf(actor, "MANUFACTURER") ? "SIMILAR_MANUFACTURER" : "OTHER";
}

/** Types tagged by analysts, by rival: tags set by the day of the assessment (UTC). */
export function taggedTypes(facts: Facts, focal: string): Map<string, CompetitorType> {
  const hasType = (tag: TagRecord): tag is TagRecord & { type: CompetitorType } => tag.type !== undefined;
  return new Map(
    facts.tags
      .filter(hasType)
      .filter((tag) => tag.focal === focal && (tag.at === undefined || utcDayOf(tag.at) <= facts.asOf))
      .map((tag) => [tag.actor, tag.type]),
  );
}
