/** Rate limit with a sliding window: counts what each one does and says how long to wait when it is too much. */
export class RateLimit {
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly max: number,
    private readonly windowSeconds: number,
    /** Milliseconds of a clock that only runs forward: the machine's own may be set back, which would shut people out. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Seconds to wait before the next one is allowed; 0 when it is allowed now. Counts nothing. */
  wait(who: string): number {
    const recent = this.#recent(who);
    if (recent.length < this.max) return 0;
    return Math.max(1, Math.ceil((recent[0]! + this.windowSeconds * 1000 - this.now()) / 1000));
  }

  /** Counts one; returns the seconds to wait when it is one too many, 0 when it is allowed. */
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
