/** Longer waits are reported to the caller rather than waited for. */
const maxWaitMillis = 120_000;

/** Milliseconds of a Retry-After header, which contains seconds or a date; null without a valid header. */
export function retryAfterMillis(headers: Pick<Headers, "get"> | undefined): number | null {
  const text = headers?.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/**
 * A fetch that respects rate limits: a request refused with 429 is repeated after Retry-After, as often as needed. Safe
 * for changes too, since a refused request has not been executed. Each request waits for itself, since reads and
 * changes have separate limits.
 */
export class RateLimitWatch {
  #waiting = new Map<object, number>();
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** When the last waiting request is repeated, in milliseconds since 1970; null while none waits. */
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
