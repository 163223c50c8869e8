/** So many at once; whoever comes next waits in turn, and is turned away when that takes too long. */
export class Slots {
  #free: number;
  /** In the order in which they came. */
  readonly #waiting = new Set<() => void>();

  /** @param patience milliseconds to wait for a free slot. */
  constructor(
    most: number,
    private readonly patience: number,
  ) {
    this.#free = most;
  }

  /** Resolves to true with a slot that must be given back, or to false when none came free in time. */
  take(): Promise<boolean> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(go);
        resolve(false);
      }, this.patience);
      this.#waiting.add(go);
    });
  }

  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
