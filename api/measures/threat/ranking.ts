import type { ActorRecord, CompetitorType } from "../../../cypher/model/document.ts";
import type { MemoFor } from "../../shared/memo.ts";
import { compareText, highestFirst, isEqualFigure } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { groupsOf } from "../position/groups.ts";
import { taggedTypes } from "./competitor-type.ts";
import { type FactorWeights, factorWeights, figuresOf, type ThreatFigures, type ThreatWeight } from "./figures.ts";
import { DEFAULT_HALF_LIFE_DAYS, type FocalView, viewFrom } from "./focal-view.ts";
import { rivalView } from "./rival-view.ts";

export interface ThreatOptions {
  /** Key of the focal actor; the ecosystem's own when absent. */
  focal?: string | null;
  /** Weights that differ from the default. */
  weights?: readonly ThreatWeight[] | null;
  /** Half-life of moves in days; 180 when absent. */
  halfLifeDays?: number | null;
  /** Competitor types to list; all when absent. */
  types?: readonly CompetitorType[] | null;
  /** Maximum number of rivals in the list. */
  first?: number | null;
}

/** Why an actor cannot be a rival, whatever its contact; null when it can. */
export type NoRival = "FOCAL" | "STANDARDS_BODY" | "KIN";

/** Kin of the focal firm are not its rivals unless the two are said to compete. */
export function whyNoRival({ facts, focal }: FocalView, actor: ActorRecord): NoRival | null {
  if (actor.key === focal) return "FOCAL";
  if (actor.kinds.every((kind) => kind === "STANDARDS_BODY")) return "STANDARDS_BODY";
  const competes = facts.rivalries.get(focal)?.has(actor.key) ?? false;
  return !competes && groupsOf(facts).areKin(focal, actor.key) ? "KIN" : null;
}

/** Figures of a rival with its rank and competitor type: the analyst's tag where there is one. */
export interface RankedThreat {
  /** One more than the number of rivals with a higher threat: ties share a rank. */
  rank: number;
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
 * Ranking: rivals of a focal firm by competitive threat, which is contact damped by entry barriers and ecosystem ties.
 * Source: docs/model.md, section 5.
 * @param memoFor to measure many days of one document: what is the same as on the day before is reused
 * @throws MeasureError as threats does, except for `first`
 */
export function rankThreats(facts: Facts, options: ThreatOptions = {}, memoFor?: MemoFor): Ranking {
  const weights = factorWeights(options.weights ?? []);
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS, memoFor);
  const tags = taggedTypes(facts, view.focal);
  const found: Omit<RankedThreat, "rank">[] = [];
  for (const actor of facts.actors.values()) {
    if (whyNoRival(view, actor) !== null) continue;
    const figures = figuresOf(rivalView(view, actor), weights);
    if (!(figures.threat > 0)) continue;
    const tagged = tags.get(actor.key);
    found.push({ figures, tagged, type: tagged ?? figures.inferredType });
  }
  const ordered = highestFirst(
    found,
    ({ figures }) => figures.threat,
    (a, b) => compareText(a.figures.rival.actor.key, b.figures.rival.actor.key),
  );
  const ranked: RankedThreat[] = [];
  for (const [index, it] of ordered.entries()) {
    const above = ranked[index - 1];
    const isShared = above !== undefined && isEqualFigure(above.figures.threat, it.figures.threat);
    ranked.push({ rank: isShared ? above.rank : index + 1, ...it });
  }
  return { view, weights, ranked };
}
