import { useCallback, useEffect, useRef } from "react";
import { type Span, within } from "../../../map/model/time/days.ts";
import { formatDate } from "../../../shared/format.ts";
import { useMap } from "../map-context.ts";
import type { DateName } from "../use-map-day.ts";

export interface Gesture {
  /** Moves the date: the first move begins the gesture. */
  move(day: string): void;
  /** Ends it: one command, however many days were passed. */
  end(): void;
  /** Ends it when no further move has come for a while: keys are pressed one by one. */
  endSoon(): void;
}

const betweenKeysMillis = 900;
const words: Record<DateName, string> = { date: "Date", against: "Compare with" };

/** Moves of one date that belong together: dragging from press to release, keys in a row, a play from start to pause. */
export function useGesture(name: DateName, span: Span): Gesture {
  const map = useMap();
  const latest = useRef(map);
  latest.current = map;
  const begun = useRef<{ was: string | undefined; now: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const move = useCallback(
    (wanted: string) => {
      clearTimeout(timer.current);
      const { search, time, frames } = latest.current;
      const now = within(wanted, span);
      begun.current ??= { was: search[name], now };
      begun.current.now = now;
      frames.want();
      time.slide(name, now);
    },
    [name, span],
  );
  const end = useCallback(() => {
    clearTimeout(timer.current);
    const gesture = begun.current;
    begun.current = null;
    if (!gesture) return;
    const { time, record } = latest.current;
    time.settle();
    if (gesture.was === gesture.now) return;
    record({
      label: `${words[name]} ${formatDate(gesture.now)}`,
      undo: () => latest.current.time.jump({ [name]: gesture.was }),
      redo: () => latest.current.time.jump({ [name]: gesture.now }),
    });
  }, [name]);
  const endSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(end, betweenKeysMillis);
  }, [end]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { move, end, endSoon };
}
