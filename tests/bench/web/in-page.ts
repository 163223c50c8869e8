import type { Page } from "playwright-core";

/** Has the page watched from before anything of it runs. */
export async function watch(page: Page): Promise<void> {
  // What is sent to the page has been compiled with names kept, by a helper that only this process has.
  await page.addInitScript("globalThis.__name = (made) => made;");
  await page.addInitScript(watchPage);
}

/** Runs in the page before anything of it: takes note of frames and of when the map first shows something. */
function watchPage(): void {
  const watch = { frames: [] as number[], watching: false, arrived: 0, first: 0, laid: 0, settledAt: 0 };
  Object.assign(window, { watch });
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => setTimeout(() => then(performance.now()), 0));
  let before = 0;
  let sawBar = false;
  const tick = (now: number) => {
    if (watch.watching && before) watch.frames.push(now - before);
    before = now;
    type Held = { _cyreg?: { cy: { nodes(): { length: number } } } };
    const cy = (document.querySelector(".canvas-core") as Held | null)?._cyreg?.cy;
    if (!watch.first && cy && cy.nodes().length > 0) {
      watch.first = -1;
      painted((at) => {
        watch.first = at;
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

export interface Watch {
  frames: number[];
  watching: boolean;
  /** Milliseconds since the page began: the map's data, its first picture, the end of its layout. 0: not yet. */
  arrived: number;
  first: number;
  laid: number;
}
