import type { CompetitorType, EcosystemDocument } from "../../../cypher/model/document.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { createMemos } from "../../shared/memo.ts";
import { compareText, highestFirst } from "../../shared/order.ts";
import { factsOverTime } from "../../time/facts-over-time.ts";
import { eventsBetween } from "../timeline/events-between.ts";
import { type Period, type Step, stepDates } from "../timeline/steps.ts";
import { type TimelineEvent, timelineEvents } from "../timeline/timeline.ts";
import { rankedOrNull, requireFocalOverTime } from "./focal-over-time.ts";
import { levelOf, type ThreatLevel } from "./level.ts";
import type { ThreatOptions } from "./ranking.ts";

/** A rival on one day: all null when it is not a rival then (not in force, no contact, of the same group). */
export interface RivalPoint {
  date: string;
  threat: number | null;
  low: number | null;
  high: number | null;
  level: ThreatLevel | null;
  /** Level of the upper bound. */
  levelAtMost: ThreatLevel | null;
  rank: number | null;
  type: CompetitorType | null;
}

export interface RivalTrend {
  rival: string;
  /** On the dates of the trend. */
  points: RivalPoint[];
}

/** Events up to a day since the previous one, and whether the focal firm had a position. */
export interface TrendDate {
  date: string;
  isJudged: boolean;
  events: TimelineEvent[];
}

export interface ThreatTrend {
  focal: string;
  dates: TrendDate[];
  /** By the highest threat on any of the dates, highest first; equal ones by key. */
  rivals: RivalTrend[];
}

interface ThreatTrendOptions extends Pick<ThreatOptions, "focal" | "weights" | "halfLifeDays" | "first"> {
  minConfidence?: number;
  /** Only this rival, and only events about it or the focal firm. */
  rival?: string;
}

const nobody = { threat: null, low: null, high: null, level: null, levelAtMost: null, rank: null, type: null };

const isAbout = ({ subjects }: TimelineEvent, actors: readonly string[]): boolean =>
  subjects.some(({ kind, key }) => kind === "actors" && actors.includes(key));

/**
 * Threats on each day of a period, step by step, by rival: the same as threats on every one.
 * @throws MeasureError for an impossible period, more than 400 points, an unknown rival, and what threats refuses; a
 * focal firm without a position is an error only when it has none on any of the days
 */
export function threatTrend(
  document: EcosystemDocument,
  period: Period & { step: Step },
  { minConfidence = 0, rival, first, ...options }: ThreatTrendOptions = {},
): ThreatTrend {
  const dates = stepDates(period, period.step);
  const focal = requireFocalOverTime(document, options.focal);
  if (rival !== undefined && !document.actors?.some(({ key }) => key === rival)) {
    throw new MeasureError("RIVAL_UNKNOWN", `There is no actor "${rival}".`);
  }
  if (first != null && !(first >= 0)) throw new MeasureError("BAD_FIRST", `first is ${first}. Use 0 or more.`);
  const factsOn = factsOverTime(document, minConfidence);
  const memoFor = createMemos();
  const lists = dates.map((date) => rankedOrNull(factsOn(date), { ...options, focal }, memoFor));
  if (lists.every((list) => list === null)) {
    throw new MeasureError(
      "FOCAL_WITHOUT_POSITION",
      `The focal firm "${focal}" has no position on any of the ${dates.length} days from ${period.from} to ${period.to}.`,
    );
  }

  const rivals = new Map<string, RivalPoint[]>();
  for (const [index, list] of lists.entries()) {
    for (const { figures, rank, type } of list ?? []) {
      const { threat, low, high } = figures;
      const { key } = figures.rival.actor;
      if (rival !== undefined && key !== rival) continue;
      const points = rivals.get(key) ?? dates.map((date): RivalPoint => ({ date, ...nobody }));
      const levels = { level: levelOf(threat), levelAtMost: levelOf(high) };
      points[index] = { date: dates[index]!, threat, low, high, ...levels, rank, type };
      rivals.set(key, points);
    }
  }
  const listed = highestFirst(
    [...rivals].map(([key, points]) => ({
      rival: key,
      points,
      highest: Math.max(...points.map((it) => it.threat ?? 0)),
    })),
    ({ highest }) => highest,
    (a, b) => compareText(a.rival, b.rival),
  );
  const all = timelineEvents(document, minConfidence, period);
  const events = eventsBetween(
    rival === undefined ? all : all.filter((event) => isAbout(event, [rival, focal])),
    dates,
  );
  return {
    focal,
    dates: dates.map((date, index) => ({ date, isJudged: lists[index] !== null, events: events[index]! })),
    rivals: listed.slice(0, first ?? undefined).map(({ rival, points }) => ({ rival, points })),
  };
}
