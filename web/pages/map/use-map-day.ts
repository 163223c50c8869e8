import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { today } from "../../shared/format.ts";

export type DateName = "date" | "against";

export interface MapDay {
  /** The day that is shown, YYYY-MM-DD. */
  day: string;
  /** The date to compare with; null without a comparison. */
  against: string | null;
  /** Both as they were when they last rested. */
  rest: Pick<MapDay, "day" | "against">;
  /** A date is moving: loaded frames are drawn, and nothing is requested. */
  moving: boolean;
  /** Moves a date; the URL follows when it stops, and at intervals before. */
  slide(name: DateName, day: string): void;
  /** The end of a gesture: the address says at once what is shown. */
  settle(): void;
  /** Sets dates in the address and shows them: what undo and redo do. Undefined: today, or against none. */
  jump(change: Dates): void;
}
export type Dates = { [name in DateName]?: string | undefined };

/** Delay after which a moving date counts as stopped. */
const restMillis = 300;
const writeMillis = 500;

/** The address takes today as no date, so that a link to today goes on meaning today. */
const asWritten = (dates: Dates): Dates =>
  "date" in dates ? { ...dates, date: dates.date === today() ? undefined : dates.date } : dates;

interface Moved {
  dates: Dates;
  /** At rest, and written: shown only until the address has it. */
  settled: boolean;
}

/** The dates that are shown: the address's, except while one is on the move, since an address cannot follow each tick. */
export function useMapDay(search: Dates, write: (dates: Dates) => void): MapDay {
  const [moved, setMoved] = useState<Moved | null>(null);
  const latest = useRef({ moved, write });
  latest.current.write = write;
  const written = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const put = useCallback((next: Moved | null) => {
    latest.current.moved = next;
    setMoved(next);
  }, []);
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const now = latest.current.moved;
    if (!now || now.settled) return;
    latest.current.write(asWritten(now.dates));
    put({ dates: now.dates, settled: true });
  }, [put]);
  const slide = useCallback(
    (name: DateName, day: string) => {
      const now = performance.now();
      const before = latest.current.moved;
      if (!before || before.settled) written.current = now;
      const dates = { ...(before?.settled === false ? before.dates : {}), [name]: day };
      put({ dates, settled: false });
      if (now - written.current > writeMillis) {
        written.current = now;
        latest.current.write(asWritten(dates));
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, restMillis);
    },
    [put, settle],
  );
  const jump = useCallback(
    (change: Dates) => {
      clearTimeout(timer.current);
      put(null);
      latest.current.write(asWritten(change));
    },
    [put],
  );

  useEffect(() => {
    if (!moved?.settled) return;
    const wanted = asWritten(moved.dates);
    const arrived = (Object.keys(wanted) as DateName[]).every((name) => wanted[name] === search[name]);
    if (arrived) put(null);
  }, [moved, search, put]);

  const day = moved?.dates.date ?? search.date ?? today();
  const against = moved?.dates.against ?? search.against ?? null;
  const moving = moved?.settled === false;
  const lastRest = useRef<MapDay["rest"]>({ day, against });
  if (!moving && (lastRest.current.day !== day || lastRest.current.against !== against))
    lastRest.current = { day, against };
  const rest = lastRest.current;
  return useMemo(
    () => ({ day, against, rest, moving, slide, settle, jump }),
    [day, against, rest, moving, slide, settle, jump],
  );
}
