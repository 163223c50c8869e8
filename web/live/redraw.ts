/** What is to be read again: all facts, or pins and views alone. */
export type Scope = "facts" | "layout";

/** Milliseconds between two redraws at least. */
const shortestInterval = 1_500;
/** Redraws that are saved up while little changes, and the milliseconds in which one more is: the rate in the long run. */
const maxSaved = 5;
const savedEvery = 5_000;

/**
 * Throttle of redraws, a token bucket: changes as people make them are drawn at once, and while many keep coming once in
 * five seconds, since each redraw costs requests of the person's limit. A hidden page waits until it is seen.
 */
export class Redraw {
  readonly #dirty = new Set<Scope>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;
  /** At the last redraw. */
  #saved = maxSaved;

  constructor(private readonly draw: (scopes: ReadonlySet<Scope>) => void) {
    document.addEventListener("visibilitychange", this.#schedule);
  }

  mark(scope: Scope): void {
    this.#dirty.add(scope);
    this.#schedule();
  }

  stop(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#schedule);
  }

  #schedule = (): void => {
    if (this.#dirty.size === 0 || this.#timer !== undefined || document.visibilityState === "hidden") return;
    const interval = Math.max(shortestInterval, (1 - this.#saved) * savedEvery);
    this.#timer = setTimeout(this.#run, Math.max(0, this.#last + interval - performance.now()));
  };

  #run = (): void => {
    this.#timer = undefined;
    if (document.visibilityState === "hidden") return;
    const scopes = new Set(this.#dirty);
    this.#dirty.clear();
    const now = performance.now();
    this.#saved = Math.min(maxSaved, this.#saved + (now - this.#last) / savedEvery) - 1;
    this.#last = now;
    this.draw(scopes);
  };
}
