import { useCallback, useEffect, useMemo, useState } from "react";
import { type CombinedError, type OperationResult, useClient, useQuery } from "urql";
import { framesQuery, timelineQuery } from "../../graphql/operations-time.ts";
import type { Timeline } from "../../graphql/time-types.ts";
import { type Frame, frameDays, frameOn, inChunks, wholeFrames } from "../../map/time/frames.ts";

/** Days of one request: small enough that the first frames are soon there. */
const chunkSize = 100;

export interface Frames {
  /** Null until it has come. */
  timeline: Timeline | null;
  /** The frame that holds on a day; null while it has not come. */
  on(day: string): Frame | null;
  /** All that have come, earliest first. */
  all: readonly Frame[];
  /** Whether all have come. */
  complete: boolean;
  error: CombinedError | null;
  /** Has them fetched now rather than when the browser is idle; after an error, again. */
  want(): void;
}

interface Answer {
  of: Timeline | null;
  frames: ReadonlyMap<string, Frame>;
  error: CombinedError | null;
}
const nothing: ReadonlyMap<string, Frame> = new Map();
const never: string[] = [];

/** What happened when, and what is judged at each mark: asked for once, a part after the other, those around the day first. */
export function useFrames(ecosystem: string, day: string, ready: boolean): Frames {
  const client = useClient();
  const [asked, askAgain] = useQuery({ query: timelineQuery, variables: { key: ecosystem }, pause: !ready });
  const timeline = asked.data?.ecosystem?.timeline ?? null;
  const [wanted, setWanted] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ of: null, frames: nothing, error: null });
  const days = useMemo(() => (timeline ? frameDays(timeline.marks.map(({ date }) => date)) : never), [timeline]);

  useEffect(() => {
    if (wanted > 0 || !timeline) return;
    return whenIdle(() => setWanted((before) => before || 1));
  }, [wanted, timeline]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the day says only where to begin.
  useEffect(() => {
    if (wanted === 0 || !timeline) return;
    let current = true;
    const load = async () => {
      const frames = new Map<string, Frame>();
      for (const dates of inChunks(days, chunkSize, day)) {
        const { data, error }: OperationResult = await client.query(framesQuery, { key: ecosystem, dates }).toPromise();
        if (!current) return;
        if (error) {
          setAnswer({ of: timeline, frames: new Map(frames), error });
          return;
        }
        for (const frame of wholeFrames(data?.ecosystem?.frames ?? [])) frames.set(frame.date, frame);
        setAnswer({ of: timeline, frames: new Map(frames), error: null });
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [wanted, timeline, days, client, ecosystem]);

  const { frames, error } = answer.of === timeline ? answer : { frames: nothing, error: null };
  const failed = asked.error ?? error ?? null;
  const want = useCallback(() => {
    if (asked.error) askAgain({ requestPolicy: "network-only" });
    setWanted((before) => (failed ? before + 1 : before || 1));
  }, [asked.error, askAgain, failed]);
  return useMemo(
    () => ({
      timeline,
      on: (when) => frameOn(frames, days, when),
      all: days.flatMap((date) => frames.get(date) ?? []),
      complete: timeline !== null && frames.size === days.length,
      error: failed,
      want,
    }),
    [timeline, frames, days, failed, want],
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
