import type { Page } from "playwright-core";
import { presented } from "./in-page.ts";

/** When the page got a key or a block, and when what it does was painted; milliseconds since the page began. */
interface Painted {
  event: number;
  painted: number;
}

interface Events {
  /** Waits for the next event of a type, then for the first painted frame in which the condition is true. */
  next(type: string, isShown: () => boolean): void;
  painted: Promise<Painted>;
  /** Keys and how long each took to be on the screen, as the browser itself measured it, to 8 ms. */
  timings: { at: number; duration: number }[];
}

type Watched = Window & typeof globalThis & { events: Events };

/** Has the page take the time of events from before anything of it runs. */
export async function watchEvents(page: Page): Promise<void> {
  await page.addInitScript(watchEventsInPage);
}

function watchEventsInPage(): void {
  const events: Events = { next, painted: Promise.resolve({ event: 0, painted: 0 }), timings: [] };
  Object.assign(window, { events });
  new PerformanceObserver((list) => {
    for (const { startTime: at, duration } of list.getEntries()) events.timings.push({ at, duration });
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);

  function next(type: string, isShown: () => boolean): void {
    events.painted = new Promise((resolve, reject) => {
      const take = ({ timeStamp: event }: Event) => {
        const look = () => {
          if (performance.now() - event > 20_000) reject(new Error(`What ${type} should do was not shown in 20 s.`));
          else if (!isShown()) requestAnimationFrame(look);
          else {
            // A message is taken in after the frame in which it was sent has been laid out and painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve({ event, painted: performance.now() });
            port2.postMessage(null);
          }
        };
        requestAnimationFrame(look);
      };
      addEventListener(type, take, { capture: true, once: true });
    });
  }
}

/**
 * Milliseconds from an event to the screen, one for each act.
 * @param isShown an expression of the page
 */
export async function untilShown(
  page: Page,
  type: "keydown" | "paste",
  isShown: string,
  act: () => Promise<void>,
): Promise<Painted> {
  await page.evaluate(`window.events.next("${type}", () => ${isShown})`);
  await act();
  return page.evaluate(() => (window as unknown as Watched).events.painted);
}

/** How long each took until it was on the screen: painting is over before the screen shows it. */
export async function onScreen(page: Page, all: readonly Painted[]): Promise<number[]> {
  // The browser tells of an event after its frame.
  await page.waitForTimeout(500);
  const timings = await page.evaluate(() => (window as unknown as Watched).events.timings);
  return all.map(({ event, painted }) => {
    const measured = timings.filter(({ at }) => Math.abs(at - event) < 1).map(({ duration }) => duration);
    return Math.max(painted - event, ...measured);
  });
}

/** The same of one that takes long. */
export const untilPresented = async (page: Page, { event, painted }: Painted): Promise<number> =>
  (await presented(page, event, painted)) - event;
