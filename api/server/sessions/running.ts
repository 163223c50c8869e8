/** Counts what is under way, each person's and all together. */
export class Running {
  readonly #each = new Map<string, number>();
  #all = 0;

  constructor(
    private readonly mostEach: number,
    private readonly mostInAll: number,
  ) {}

  /** Begins one for this person; returns how to end it, or null when there are as many as may be. */
  begin(who: string): (() => void) | null {
    const own = this.#each.get(who) ?? 0;
    if (own >= this.mostEach || this.#all >= this.mostInAll) return null;
    this.#each.set(who, own + 1);
    this.#all++;
    return () => {
      const left = this.#each.get(who)! - 1;
      if (left > 0) this.#each.set(who, left);
      else this.#each.delete(who);
      this.#all--;
    };
  }
}
