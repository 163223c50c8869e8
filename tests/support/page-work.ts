import type { Page } from "playwright-core";
import { patience } from "./patience.ts";

// Detects that a page is idle, so that a test waits for a condition rather than for a time, which depends on the
// machine.

interface Work {
  requests: number;
  timers: Set<unknown>;
  tasks: Map<Worker, number>;
}
type Watched = Window & typeof globalThis & { pageWork: Work };

/** Injected before the page's own scripts: counts requests, worker tasks, and timers that are due soon. */
export function watchWork(): void {
  const page = window as Watched;
  const work: Work = { requests: 0, timers: new Set(), tasks: new Map() };
  page.pageWork = work;

  const { fetch, setTimeout: begin, clearTimeout: cancel } = page;
  const counted = <T>(promise: Promise<T>): Promise<T> => {
    work.requests += 1;
    const end = () => {
      work.requests -= 1;
    };
    promise.then(end, end);
    return promise;
  };
  // A stream of events stays open, and what it brings counts as the requests that follow.
  const isStream = (init?: RequestInit) => new Headers(init?.headers).get("accept") === "text/event-stream";
  page.fetch = (...asked) => {
    if (isStream(asked[1])) return fetch.apply(page, asked);
    return counted(
      // A request ends with the last byte of its body, which is often read as a stream.
      fetch.apply(page, asked).then(async (response) => {
        const { status, statusText, headers } = response;
        return response.body ? new Response(await response.arrayBuffer(), { status, statusText, headers }) : response;
      }),
    );
  };

  // Longer timers store pins, retry a lost server and the like: nothing on the screen depends on them.
  const soon = 500;
  page.setTimeout = ((act: (...values: unknown[]) => void, delay = 0, ...values: unknown[]) => {
    const timer = begin(() => {
      work.timers.delete(timer);
      act(...values);
    }, delay);
    if (delay <= soon) work.timers.add(timer);
    return timer;
  }) as typeof setTimeout;
  page.clearTimeout = (timer) => {
    work.timers.delete(timer);
    cancel(timer);
  };

  page.Worker = class extends page.Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      // A layout reports progress before its result.
      this.addEventListener("message", ({ data }) => {
        if (!(typeof data === "object" && data !== null && "share" in data)) this.#count(-1);
      });
      this.addEventListener("error", () => work.tasks.delete(this));
    }
    override postMessage(...message: unknown[]) {
      this.#count(1);
      super.postMessage(...(message as [unknown]));
    }
    override terminate() {
      work.tasks.delete(this);
      super.terminate();
    }
    #count(by: number) {
      const left = (work.tasks.get(this) ?? 0) + by;
      if (left > 0) work.tasks.set(this, left);
      else work.tasks.delete(this);
    }
  };
}

/**
 * Waits until nothing is pending and the page has been idle several times in a row, with the same text of its state
 * each time. @param state read in the page; null: not yet.
 */
export async function untilIdle(page: Page, state: () => string | null = () => ""): Promise<void> {
  await page.waitForFunction(
    `(async () => {
      const rounds = 4;
      // Longer than the page's own idle callbacks wait: what it leaves for later has then been begun.
      const timeout = 5000;
      const state = ${String(state)};
      let before = null;
      for (let round = 0; round < rounds; round++) {
        await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout })));
        const { requests, timers, tasks } = window.pageWork;
        const now = requests + timers.size + tasks.size === 0 ? state() : null;
        if (now === null || (round > 0 && now !== before)) return false;
        before = now;
      }
      return true;
    })()`,
    undefined,
    { timeout: patience.timeout, polling: 50 },
  );
}
