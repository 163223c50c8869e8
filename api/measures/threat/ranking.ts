import type { ActorRecord, CompetitorType } from "../../../cypher/model/document.ts";
import { compareText, highestFirst } from "../../shared/order.ts";
import type { ReuseFor } from "../../shared/reuse.ts";
import type { Facts } from "../../time/facts.ts";
import { taggedTypes } from "./competitor-type.ts";
import { type FactorWeights, factorWeights, figuresOf, type ThreatFigures, type ThreatWeight } from "./figures.ts";
import { DEFAULT_HALF_LIFE_DAYS, type FocalView, viewFrom } from "./focal-view.ts";
import { rivalView } from "./rival-view.ts";

export interface ThreatOptions {
  /** An actor's key; the ecosystem's focal actor when absent. */
  focal?: string | null;
  /** Factors not named keep their default weight. */
  weights?: readonly ThreatWeight[] | null;
  /** Days after which a move weighs half; 180 when absent. */
  halfLifeDays?: number | null;
  /** Only these types in the list of rivals; all when absent. */
  types?: readonly CompetitorType[] | null;
  /** At most this many rivals in the list. */
  first?: number | null;
}

/** Who could be a rival: not the focal firm, no mere standards body, and not of the same owner as it directly. */
export function couldRival(view: FocalView, actor: ActorRecord): boolean {
  if (actor.key === view.focal || actor.kinds.every((kind) => kind === "STANDARDS_BODY")) return false;
  return !(view.facts.alliances.get(view.focal)?.get(actor.key) ?? []).some((relation) => relation.type === "OWNS");
}

/** A rival in numbers, with its type: the analyst's word where there is one. */
export interface RankedThreat {
  figures: ThreatFigures;
  tagged: CompetitorType | undefined;
  type: CompetitorType;
}

/** Who threatens the focal firm, highest threat first, equal ones by key. */
interface Ranking {
  view: FocalView;
  weights: FactorWeights;
  ranked: RankedThreat[];
}

/**
 * Rivals of a focal firm in numbers, by how much they threaten it: contact, damped by entry barriers and ties in the
 * ecosystem. Source: model.md section 5.
 * @param reuseFor to measure the same ecosystem on many days: what is the same as on the day before is not measured again
 * @throws MeasureError as threats does, but for `first`
 */
export function rankThreats(facts: Facts, options: ThreatOptions = {}, reuseFor?: ReuseFor): Ranking {
  const weights = factorWeights(options.weights ?? []);
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS, reuseFor);
  const tags = taggedTypes(facts, view.focal);
  const ranked: RankedThreat[] = [];
  for (const actor of facts.actors.values()) {
    if (!couldRival(view, actor)) continue;
    const figures = figuresOf(rivalView(view, actor), weights);
    if (!(figures.threat > 0)) continue;
    const tagged = tags.get(actor.key);
    ranked.push({ figures, tagged, type: tagged ?? figures.inferredType });
  }
  return {
    view,
    weights,
    ranked: highestFirst(
      ranked,
      ({ figures }) => figures.threat,
      (a, b) => compareText(a.figures.rival.actor.key, b.figures.rival.actor.key),
    ),
  };
}
