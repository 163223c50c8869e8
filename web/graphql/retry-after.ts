/** A longer wait is reported to whoever asked, rather than sat out: nobody waits that long before a page. */
const maxWaitMillis = 120_000;

/** Milliseconds that a Retry-After header asks for, which holds seconds or a date; null without a header that can be read. */
export function retryAfterMillis(headers: Pick<Headers, "get"> | undefined): number | null {
  const text = headers?.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/**
 * A fetch that respects rate limits: a request refused with 429 waits as long as Retry-After says and is sent again, as
 * often as that takes. Safe for changes too, since a refused request has not been executed. Each request waits for itself:
 * reading and changing have limits of their own, so that one being reached says nothing about the other.
 */
export class RateLimitWatch {
  #waiting = new Map<object, number>();
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** When the last of the waiting requests is sent again, in milliseconds since 1970; null while none waits. */
  now = (): number | null => (this.#waiting.size > 0 ? Math.max(...this.#waiting.values()) : null);

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    for (;;) {
      const response = await fetch(input, init);
      const wait = response.status === 429 ? retryAfterMillis(response.headers) : null;
      if (wait === null || wait > maxWaitMillis) return response;
      await response.body?.cancel();
      await this.#wait(wait, init?.signal ?? undefined);
    }
  };

  #wait(millis: number, signal: AbortSignal | undefined): Promise<void> {
    const request = {};
    return new Promise<void>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, millis);
      if (signal?.aborted) return stop();
      signal?.addEventListener("abort", stop, { once: true });
      this.#set(request, Date.now() + millis);
    }).finally(() => this.#set(request, null));
  }

  #set(request: object, until: number | null): void {
    if (until === null) this.#waiting.delete(request);
    else this.#waiting.set(request, until);
    for (const listener of this.#listeners) listener();
  }
}
