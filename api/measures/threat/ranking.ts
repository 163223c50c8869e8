import type { ActorRecord, CompetitorType } from "../../../cypher/model/document.ts";
import type { MemoFor } from "../../shared/memo.ts";
import { compareText, highestFirst } from "../../shared/order.ts";
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
  /** Half-life of moves in days; 180 when absent. */
  halfLifeDays?: number | null;
  /** Only these types in the list of rivals; all when absent. */
  types?: readonly CompetitorType[] | null;
  /** At most this many rivals in the list. */
  first?: number | null;
}

/** Whether an actor can be a rival: not the focal firm, a mere standards body, or a direct owner or holding of it. */
export function couldRival(view: FocalView, actor: ActorRecord): boolean {
  if (actor.key === view.focal || actor.kinds.every((kind) => kind === "STANDARDS_BODY")) return false;
  return !(view.facts.alliances.get(view.focal)?.get(actor.key) ?? []).some((relation) => relation.type === "OWNS");
}

/** Figures of a rival with its competitor type: the analyst's tag where there is one. */
export interface RankedThreat {
  figures: ThreatFigures;
  tagged: CompetitorType | undefined;
  type: CompetitorType;
}

/** Rivals by competitive threat, highest first, equal ones by key. */
interface Ranking {
  view: FocalView;
  weights: FactorWeights;
  ranked: RankedThreat[];
}

/**
 * Rivals of a focal firm in numbers, by how much they threaten it: contact, damped by entry barriers and ties in the
 * ecosystem. Source: model.md section 5.
 * @param memoFor to measure many days of one document: what is the same as on the day before is not measured again
 * @throws MeasureError as threats does, but for `first`
 */
export function rankThreats(facts: Facts, options: ThreatOptions = {}, memoFor?: MemoFor): Ranking {
  const weights = factorWeights(options.weights ?? []);
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS, memoFor);
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
