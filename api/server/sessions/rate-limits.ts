/** Rate limit with a sliding window: counts requests per key and returns how long to wait beyond the limit. */
export class RateLimit {
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly max: number,
    private readonly windowSeconds: number,
    /** Monotonic clock in milliseconds: the system clock may be set back, which would lock people out. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Seconds to wait before the next request is allowed; 0 when it is allowed now. Does not count a request. */
  wait(who: string): number {
    const recent = this.#recent(who);
    if (recent.length < this.max) return 0;
    return Math.max(1, Math.ceil((recent[0]! + this.windowSeconds * 1000 - this.now()) / 1000));
  }

  /** Counts one request; returns the seconds to wait when it is beyond the limit, 0 when it is allowed. */
  count(who: string): number {
    const wait = this.wait(who);
    if (wait > 0) return wait;
    this.#recent(who).push(this.now());
    if (this.#times.size > 10_000) this.#dropIdle();
    return 0;
  }

  #recent(who: string): number[] {
    const since = this.now() - this.windowSeconds * 1000;
    const recent = (this.#times.get(who) ?? []).filter((time) => time > since);
    this.#times.set(who, recent);
    return recent;
  }

  #dropIdle(): void {
    for (const who of [...this.#times.keys()]) if (this.#recent(who).length === 0) this.#times.delete(who);
  }
}
