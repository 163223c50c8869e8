import { useEffect, useRef, useState } from "react";
import { dayNumber, dayOf, type Span } from "../../../map/model/time/days.ts";
import { neighbourMark } from "../../../map/model/time/marks.ts";
import type { TimelineMark } from "../../../map/model/time/timeline.graphql.ts";
import type { Gesture } from "./use-gesture.ts";

export const speeds = [
  { value: "month", label: "1 month/s", days: 365.25 / 12 },
  { value: "quarter", label: "3 months/s", days: 365.25 / 4 },
  { value: "year", label: "1 year/s", days: 365.25 },
] as const;
export type Speed = (typeof speeds)[number]["value"];

interface Play {
  day: string;
  span: Span;
  marks: readonly TimelineMark[];
  gesture: Gesture;
  speed: Speed;
  /** Reduced motion: from mark to mark, one a second. */
  inSteps: boolean;
}

/** Playback up to the end of the span; started there, it begins at its start. */
export function usePlay(play: Play): { playing: boolean; toggle(): void; stop(): void } {
  const [playing, setPlaying] = useState(false);
  const latest = useRef(play);
  latest.current = play;

  useEffect(() => {
    if (!playing) return;
    const { span, day, gesture } = latest.current;
    const finish = () => {
      gesture.end();
      setPlaying(false);
    };
    let at = dayNumber(day >= span.to ? span.from : day);
    if (latest.current.inSteps) {
      const timer = setInterval(() => {
        const next = neighbourMark(latest.current.marks, span, dayOf(at), 1);
        if (!next) return finish();
        at = dayNumber(next.date);
        gesture.move(next.date);
      }, 1000);
      return () => clearInterval(timer);
    }
    const last = dayNumber(span.to);
    let before = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      const { days } = speeds.find(({ value }) => value === latest.current.speed)!;
      const next = Math.min(last, at + (days * (now - before)) / 1000);
      before = now;
      if (Math.floor(next) !== Math.floor(at)) gesture.move(dayOf(Math.floor(next)));
      at = next;
      if (at >= last) finish();
      else frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);

  const stop = () => {
    if (!playing) return;
    setPlaying(false);
    latest.current.gesture.end();
  };
  return { playing, toggle: () => (playing ? stop() : setPlaying(true)), stop };
}
