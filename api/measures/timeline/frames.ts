import type { CompetitorType, EcosystemDocument } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { createMemos } from "../../shared/memo.ts";
import type { IdOf } from "../../shared/node-id.ts";
import type { Facts } from "../../time/facts.ts";
import { factsOverTime } from "../../time/facts-over-time.ts";
import { type BoundaryStatus, boundaries } from "../boundary/boundary.ts";
import { type Coherence, type DimensionWeight, dimensionWeights, measureCoherence } from "../coherence/coherence.ts";
import { memoByDimension } from "../coherence/coherence-trend.ts";
import { positions, type VoicedExtent } from "../position/position.ts";
import type { Voice } from "../position/voice.ts";
import { recordBy } from "../scoring/record-by.ts";
import { factors, type ThreatFactorKind } from "../threat/factors.ts";
import { type FactorWeights, factorWeights } from "../threat/figures.ts";
import { rankedOrNull, requireFocalOverTime } from "../threat/focal-over-time.ts";
import {
  levelOf,
  type RankedThreat,
  type ThreatLevel,
  type ThreatWeight,
  type TypeSource,
  typeSourceOf,
} from "../threat/threat.ts";
import { type TypicalRival, typicalRival } from "../threat/typical-rival.ts";
import { RowsSent } from "./changed-rows.ts";
import { requireAscending } from "./require-dates.ts";

export interface FramePosition {
  id: string;
  key: string;
  servitization: number | null;
  breadth: number;
  perceptionGap: number | null;
  voice: Voice | null;
  extents: FrameExtent[];
}

/** Extent in an activity, by the Node id of the activity. */
export interface FrameExtent extends Pick<VoicedExtent, "extent" | "own" | "others" | "lead" | "voice"> {
  id: string;
}

export interface FrameClaim {
  id: string;
  by: string | null;
  about: string;
  extent: number;
  lead: boolean | null;
}

export interface FrameBoundary {
  id: string;
  key: string;
  status: BoundaryStatus;
  value: number | null;
  leads: string[];
  attributed: string[];
  claims: FrameClaim[];
}

export interface FrameRival {
  id: string;
  key: string;
  threat: number;
  low: number;
  high: number;
  level: ThreatLevel;
  levelAtMost: ThreatLevel;
  rank: number;
  type: CompetitorType;
  typeSource: TypeSource;
  /** The value of each factor of contact, null when unknown. */
  factors: Record<ThreatFactorKind, number | null>;
}

/**
 * Frame: what the map draws on one day. Each list has only the rows that are new or differ from the frame before, and
 * the ids of those that were removed; the first frame has all. Ids are Node ids. Numbers have six decimals.
 */
export interface MapFrame {
  date: string;
  positions: FramePosition[];
  positionsGone: string[];
  boundaries: FrameBoundary[];
  boundariesGone: string[];
  /** Null without a focal firm, or when it has no position on that day; the next list is whole again. */
  rivals: FrameRival[] | null;
  rivalsGone: string[];
  /** Null when no rival has known coordinates. */
  typicalRival: TypicalRival | null;
  coherence: Pick<Coherence, "score" | "low" | "high" | "coverage" | "isIndicative">;
}

interface FrameOptions {
  minConfidence?: number;
  dimensionWeights?: readonly DimensionWeight[];
  focal?: string;
  threatWeights?: readonly ThreatWeight[];
  halfLifeDays?: number;
}

/** Six decimals: more than a screen can show, and a fraction of the bytes. */
function rounded(value: number): number;
function rounded(value: number | null): number | null;
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}

const positionRows = (facts: Facts, id: IdOf): FramePosition[] =>
  positions(facts).map(({ actor, servitization, breadth, perceptionGap, voice, extents }) => ({
    id: id("actors", actor),
    key: actor,
    servitization: rounded(servitization),
    breadth: rounded(breadth),
    perceptionGap: rounded(perceptionGap),
    voice,
    extents: extents.map(({ activity, extent, own, others, lead, voice }) => ({
      id: id("activities", activity),
      extent: rounded(extent),
      own: rounded(own),
      others: rounded(others),
      lead,
      voice,
    })),
  }));

const boundaryRows = (facts: Facts, id: IdOf): FrameBoundary[] =>
  boundaries(facts).map(({ activity, status, value, leads, attributed }) => ({
    id: id("activities", activity),
    key: activity,
    status,
    value: rounded(value),
    leads: leads.map((key) => id("actors", key)),
    attributed: attributed.map((key) => id("actors", key)),
    claims: (facts.claimsOn.get(activity) ?? []).map((claim) => ({
      id: id("claims", identityOf("claims", claim)),
      by: claim.by === undefined ? null : id("actors", claim.by),
      about: id("actors", claim.about),
      extent: claim.extent,
      lead: claim.lead ?? null,
    })),
  }));

function rivalRow({ figures, tagged, rank, type }: RankedThreat, id: IdOf): FrameRival {
  const { key } = figures.rival.actor;
  const values = factors.map(({ kind }, index) => ({ kind, value: rounded(figures.factors[index]!.value) }));
  return {
    id: id("actors", key),
    key,
    threat: rounded(figures.threat),
    low: rounded(figures.low),
    high: rounded(figures.high),
    level: levelOf(figures.threat),
    levelAtMost: levelOf(figures.high),
    rank,
    type,
    typeSource: typeSourceOf(tagged),
    factors: recordBy(values, ({ value }) => value),
  };
}

function typicalRow(ranked: readonly RankedThreat[], weights: FactorWeights): TypicalRival | null {
  const typical = typicalRival(
    ranked.map(({ figures }) => figures),
    weights,
  );
  return (
    typical && {
      base: rounded(typical.base),
      perOverlap: rounded(typical.perOverlap),
      perMarketCommonality: rounded(typical.perMarketCommonality),
      otherContact: rounded(typical.otherContact),
      damping: rounded(typical.damping),
    }
  );
}

/**
 * Frames: positions, boundaries, threats and coherence for drawing, on each of the dates. A generator, so that the
 * caller can pause in between: a frame of a large ecosystem takes 0.1 s and more.
 * @throws MeasureError for an empty list of dates, too many, impossible or unsorted ones, and for what the measures
 * refuse
 */
export function* frames(
  document: EcosystemDocument,
  dates: readonly string[],
  id: IdOf,
  options: FrameOptions = {},
): Generator<MapFrame, void> {
  requireAscending(dates, "dates");
  const { minConfidence, dimensionWeights: given = [], threatWeights: weights, halfLifeDays } = options;
  const focal =
    options.focal === undefined && document.ecosystem.focal === undefined
      ? null
      : requireFocalOverTime(document, options.focal);
  const weightOf = dimensionWeights(given);
  const factsOn = factsOverTime(document, minConfidence);
  const memo = { dimensions: memoByDimension(), threats: createMemos() };
  const sent = {
    positions: new RowsSent<FramePosition>(),
    boundaries: new RowsSent<FrameBoundary>(),
    rivals: new RowsSent<FrameRival>(),
  };
  for (const date of dates) {
    const facts = factsOn(date);
    const position = sent.positions.next(positionRows(facts, id));
    const boundary = sent.boundaries.next(boundaryRows(facts, id));
    const judged = focal === null ? null : rankedOrNull(facts, { focal, halfLifeDays, weights }, memo.threats);
    const rivals = judged === null ? null : sent.rivals.next(judged.map((ranked) => rivalRow(ranked, id)));
    if (rivals === null) sent.rivals.forget();
    const { score, low, high, coverage, isIndicative } = measureCoherence(facts, weightOf, { memo: memo.dimensions });
    yield {
      date,
      positions: position.changed,
      positionsGone: position.removed,
      boundaries: boundary.changed,
      boundariesGone: boundary.removed,
      rivals: rivals?.changed ?? null,
      rivalsGone: rivals?.removed ?? [],
      typicalRival: judged && typicalRow(judged, factorWeights(weights ?? [])),
      coherence: {
        score: rounded(score),
        low: rounded(low),
        high: rounded(high),
        coverage: rounded(coverage),
        isIndicative,
      },
    };
  }
}
