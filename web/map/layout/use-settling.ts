import { useCallback, useEffect, useRef, useState } from "react";
import type { Point } from "../model/scene.ts";
import type { LayoutNews, LayoutTask } from "./task.ts";

/** Delay in milliseconds before progress is shown. */
const patience = 400;

export interface Settling {
  /** 0..1 during a long layout; null otherwise. */
  share: number | null;
  /** A whole map is being laid out: current positions are provisional. */
  isMaking: boolean;
  /** Number of finished layouts: it changes with the positions. */
  settled: number;
  /** Whether the last layout was of a whole map, not only of new nodes. */
  isWhole(): boolean;
  /** Starts a layout, unless the same one is running; null cancels. */
  begin(task: LayoutTask | null): void;
  /** Cancels the layout: all current positions are final. */
  cancel(): void;
  failure: string | null;
}

const idOf = ({ nodes, edges }: LayoutTask) =>
  `${nodes.map(({ id, fixed }) => `${id} ${fixed}`).join()}|${edges.map((ends) => ends.join(" ")).join()}`;

const isWholeMap = ({ nodes }: LayoutTask) => !nodes.some(({ fixed }) => fixed);

/** Runs layouts in a worker, one at a time. `places` receives the positions of nodes that had none. */
export function useSettling(places: Map<string, Point>): Settling {
  const running = useRef<{ worker: Worker; id: string; task: LayoutTask; timer: number }>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [settled, setSettled] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const whole = useRef(false);

  const stop = useCallback(() => {
    if (!running.current) return;
    running.current.worker.terminate();
    clearTimeout(running.current.timer);
    running.current = null;
    setShare(null);
    setMaking(false);
  }, []);
  useEffect(() => stop, [stop]);

  const end = useCallback(
    (task: LayoutTask, found: readonly (readonly [string, Point])[]) => {
      for (const [id, place] of found) if (!places.has(id)) places.set(id, place);
      whole.current = isWholeMap(task);
      stop();
      setSettled((before) => before + 1);
    },
    [places, stop],
  );
  const keep = useCallback(
    (task: LayoutTask) =>
      end(
        task,
        task.nodes.map(({ id, x, y }) => [id, { x, y }]),
      ),
    [end],
  );

  const begin = useCallback(
    (task: LayoutTask | null) => {
      const id = task && idOf(task);
      if (running.current?.id === id) return;
      stop();
      if (!task || !id) return;
      setFailure(null);
      setMaking(isWholeMap(task));
      const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
      const timer = window.setTimeout(() => setShare((before) => before ?? 0), patience);
      running.current = { worker, id, task, timer };
      const begun = performance.now();
      worker.onmessage = ({ data }: MessageEvent<LayoutNews>) => {
        if ("places" in data) end(task, data.places);
        else if (performance.now() - begun > patience) setShare(data.share);
      };
      worker.onerror = (event) => {
        setFailure(`The layout failed: ${event.message || "the browser stopped it"}. Reload the page to try again.`);
        keep(task);
      };
      worker.postMessage(task);
    },
    [end, keep, stop],
  );
  const cancel = useCallback(() => {
    if (running.current) keep(running.current.task);
  }, [keep]);
  const isWhole = useCallback(() => whole.current, []);
  return { share, isMaking, settled, isWhole, begin, cancel, failure };
}
