import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CombinedError, type OperationResult, useClient, useQuery } from "urql";
import { addMonths } from "../../map/model/time/days.ts";
import { framesQuery } from "../../map/model/time/frames.graphql.ts";
import {
  type Frame,
  frameDays,
  frameOn,
  holdingDay,
  inChunks,
  thinned,
  wholeFrames,
} from "../../map/model/time/frames.ts";
import { type Timeline, timelineQuery } from "../../map/model/time/timeline.graphql.ts";
import type { MapDay } from "./use-map-day.ts";

/** Number of frames that a map requests, and per request: few enough that the first arrive soon. */
const limits = { frames: 400, atOnce: 200 };
/** A frame of a large map takes a busy server up to half a second: a request must stay far below its deadline of 15 s. */
const limitsOfLarge = { frames: 120, atOnce: 10 };

export interface Frames {
  /** Null until it has arrived. */
  timeline: Timeline | null;
  /** Frame for a day; of a map with more marks than frames that of an earlier mark; null while there is none. */
  on(day: string): Frame | null;
  /** Whether `on` gives just the frame that holds on the day. */
  isExact(day: string): boolean;
  /** All that have come, earliest first. */
  all: readonly Frame[];
  error: CombinedError | null;
  /** Requests them now rather than when the browser is idle; after an error, again. */
  want(): void;
}

interface Answer {
  focal: string | null;
  frames: ReadonlyMap<string, Frame>;
  error: CombinedError | null;
}
/** Milliseconds between two loadings of all frames: while others make changes, the day at rest is read first. */
const reloadInterval = 10_000;
const nothing: ReadonlyMap<string, Frame> = new Map();
const never: readonly string[] = [];

interface Shown {
  /** Whether the map of the day is on the screen: what is judged of other dates comes after it. */
  ready: boolean;
  large: boolean;
}

/** Timeline and frames: requested once, in batches, those around the day first. */
export function useFrames(ecosystem: string, time: MapDay, focal: string | null, { ready, large }: Shown): Frames {
  const client = useClient();
  const { day, rest } = time;
  const [asked, askAgain] = useQuery({ query: timelineQuery, variables: { key: ecosystem }, pause: !ready });
  const timeline = asked.data?.ecosystem?.timeline ?? null;
  const [wanted, setWanted] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ focal: null, frames: nothing, error: null });
  const marks = useMemo(() => (timeline ? frameDays(timeline.marks.map(({ date }) => date)) : never), [timeline]);
  const { frames: maxFrames, atOnce } = large ? limitsOfLarge : limits;
  const days = useMemo(() => thinned(marks, maxFrames), [marks, maxFrames]);

  useEffect(() => {
    if (wanted > 0 || !timeline) return;
    return whenIdle(() => setWanted((before) => before || 1));
  }, [wanted, timeline]);

  /** When the frames shown were begun to be loaded, and from whose viewpoint. */
  const begun = useRef<{ focal: string | null; at: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day says only where to begin.
  useEffect(() => {
    if (wanted === 0 || !timeline) return;
    let current = true;
    const before =
      begun.current?.focal === focal && answer.focal === focal && answer.error === null ? begun.current : null;
    const load = async () => {
      begun.current = { focal, at: performance.now() };
      // Those of before a change are drawn until theirs have come.
      const frames = new Map(before ? answer.frames : nothing);
      for (const dates of inChunks(days, atOnce, day)) {
        const { data, error }: OperationResult = await client
          .query(framesQuery, { key: ecosystem, dates, focal })
          .toPromise();
        if (!current) return;
        if (error) {
          setAnswer({ focal, frames: new Map(frames), error });
          return;
        }
        for (const frame of wholeFrames(data?.ecosystem?.frames ?? [])) frames.set(frame.date, frame);
        // Yields to requests of a person who is dragging meanwhile.
        startTransition(() => setAnswer({ focal, frames: new Map(frames), error: null }));
      }
      if (!current || !before) return;
      const among = new Set(days);
      startTransition(() =>
        setAnswer({ focal, frames: new Map([...frames].filter(([date]) => among.has(date))), error: null }),
      );
    };
    const pause = before ? Math.max(0, before.at + reloadInterval - performance.now()) : 0;
    const timer = setTimeout(() => void load(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, timeline, days, atOnce, client, ecosystem, focal]);

  // Of a map with more marks than frames, those that must be exact at rest: of the dates, and of a year before for tails.
  const missing = useMemo(() => {
    const among = new Set(days);
    const exact = [rest.day, addMonths(rest.day, -12), ...(rest.against === null ? [] : [rest.against])];
    const holding = exact.flatMap((when) => holdingDay(marks, when) ?? []);
    return [...new Set(holding)].filter((when) => !among.has(when)).sort();
  }, [days, marks, rest]);
  const [more, askMore] = useQuery({
    query: framesQuery,
    variables: { key: ecosystem, dates: missing, focal },
    pause: wanted === 0 || missing.length === 0,
  });
  const isCurrent = answer.focal === focal;
  const known = useMemo(() => {
    const frames = new Map(isCurrent ? answer.frames : nothing);
    if (missing.length > 0)
      for (const frame of wholeFrames(more.data?.ecosystem?.frames ?? [])) frames.set(frame.date, frame);
    const dates = [...new Set([...days, ...frames.keys()])].sort();
    return { frames, dates, all: dates.flatMap((date) => frames.get(date) ?? []) };
  }, [answer, isCurrent, days, missing, more.data]);

  const failed = asked.error ?? (isCurrent ? answer.error : null) ?? more.error ?? null;
  const want = useCallback(() => {
    if (asked.error) askAgain({ requestPolicy: "network-only" });
    if (more.error) askMore({ requestPolicy: "network-only" });
    setWanted((before) => (failed ? before + 1 : before || 1));
  }, [asked.error, askAgain, more.error, askMore, failed]);
  return useMemo(
    () => ({
      timeline,
      on: (when) => frameOn(known.frames, known.dates, when),
      isExact: (when) => known.frames.has(holdingDay(marks, when) ?? ""),
      all: known.all,
      error: failed,
      want,
    }),
    [timeline, known, marks, failed, want],
  );
}

/** Safari has no requestIdleCallback. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(run, { timeout: 2_000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 400);
  return () => clearTimeout(handle);
}
