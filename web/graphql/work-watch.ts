import { sameOrigin } from "./same-origin.ts";

/** The caller's heavy computations on the server, as GET /work tells them. */
export interface Work {
  running: number;
  waiting: number;
}

/** Milliseconds after which a query counts as slow, and between two looks at the server's work. */
const slowAfter = 2_000;
const lookEvery = 2_000;

/** What a query that was cancelled is answered with, in place of the server's answer. */
const cancelled = () =>
  new Response(JSON.stringify({ errors: [{ message: "You have cancelled it.", extensions: { code: "CANCELLED" } }] }), {
    headers: { "content-type": "application/json" },
  });

/**
 * A fetch for queries that notices slow ones: while there are any, it asks the server how many of the person's
 * computations run and wait, and lets them be cancelled.
 */
export class WorkWatch {
  readonly #slow = new Set<AbortController>();
  readonly #listeners = new Set<() => void>();
  #look: ReturnType<typeof setInterval> | undefined;
  #work: Work | null = null;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The server's work while queries are slow; null otherwise. */
  now = (): Work | null => this.#work;

  /** Cancels the slow queries: those that wait are taken out of the queue, those that run are ended. */
  cancel = (): void => {
    for (const query of this.#slow) query.abort();
  };

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const own = new AbortController();
    const signal = init?.signal ? AbortSignal.any([init.signal, own.signal]) : own.signal;
    const timer = setTimeout(() => this.#add(own), slowAfter);
    try {
      return await fetch(input, { ...init, signal });
    } catch (error) {
      if (own.signal.aborted) return cancelled();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#remove(own);
    }
  };

  #add(query: AbortController): void {
    this.#slow.add(query);
    if (this.#look !== undefined) return;
    void this.#ask();
    this.#look = setInterval(() => void this.#ask(), lookEvery);
  }

  #remove(query: AbortController): void {
    this.#slow.delete(query);
    if (this.#slow.size > 0) return;
    clearInterval(this.#look);
    this.#look = undefined;
    this.#set(null);
  }

  async #ask(): Promise<void> {
    const response = await fetch("/work", sameOrigin).catch(() => null);
    // Where the server does not answer, the query itself says so.
    if (!response?.ok) return;
    const work = (await response.json()) as Work;
    if (this.#slow.size > 0) this.#set(work.running + work.waiting > 0 ? work : null);
  }

  #set(work: Work | null): void {
    if (work?.running === this.#work?.running && work?.waiting === this.#work?.waiting) return;
    this.#work = work;
    for (const listener of this.#listeners) listener();
  }
}
