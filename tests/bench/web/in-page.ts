import type { Page } from "playwright-core";

export interface Watch {
  frames: number[];
  watching: boolean;
  /** Milliseconds since the page began: the map's data, the first drawing of it, the end of its layout. 0: not yet. */
  arrived: number;
  drawn: number;
  laid: number;
  /** Long frames, from the work that led to them to when they were on the screen. */
  shown: { from: number; to: number; at: number }[];
}

export const watchOf = (page: Page): Promise<Watch> =>
  page.evaluate(() => (window as unknown as { watch: Watch }).watch);

/** When what was drawn between two moments was on the screen: drawing is quick where the browser paints it later. */
export async function presented(page: Page, from: number, to = from): Promise<number> {
  // A frame is told of when it has ended.
  await page.waitForTimeout(400);
  const { shown } = await watchOf(page);
  return Math.max(to, ...shown.filter((frame) => frame.to >= from && frame.from <= to).map(({ at }) => at));
}

/** Has the page watched from before anything of it runs. */
export async function watch(page: Page): Promise<void> {
  // What is sent to the page has been compiled with names kept, by a helper that only this process has.
  await page.addInitScript("globalThis.__name = (made) => made;");
  await page.addInitScript(watchPage);
}

/** Runs in the page before anything of it: takes note of frames and of when the map first shows something. */
function watchPage(): void {
  const watch: Watch = { frames: [], watching: false, arrived: 0, drawn: 0, laid: 0, shown: [] };
  Object.assign(window, { watch });
  new PerformanceObserver((list) => {
    for (const frame of list.getEntries() as (PerformanceEntry & { presentationTime: number })[]) {
      const { startTime: from, duration, presentationTime: at } = frame;
      watch.shown.push({ from, to: from + duration, at });
    }
  }).observe({ type: "long-animation-frame" });
  let before = 0;
  let sawBar = false;
  let isAwaited = false;
  const tick = (now: number) => {
    if (watch.watching && before) watch.frames.push(now - before);
    before = now;
    type Drawn = { nodes(): { length: number }; one(event: "render", then: () => void): void };
    const held = document.querySelector(".canvas-core") as { _cyreg?: { cy: Drawn } } | null;
    const cy = held?._cyreg?.cy;
    if (!isAwaited && cy && cy.nodes().length > 0) {
      isAwaited = true;
      cy.one("render", () => {
        watch.drawn = performance.now();
      });
    }
    const bar = document.querySelector(".layout-bar");
    if (bar) sawBar = true;
    else if (sawBar && !watch.laid) watch.laid = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const real = window.fetch;
  window.fetch = async (...args) => {
    const response = await real(...args);
    const body = args[1]?.body;
    if (typeof body === "string" && body.includes('"operationName":"Map"')) {
      const text = response.text.bind(response);
      response.text = async () => {
        const found = await text();
        watch.arrived ||= performance.now();
        return found;
      };
    }
    return response;
  };
}
