/** What is to be read again: all facts, or pins and views alone. */
export type Scope = "facts" | "layout";

/** Milliseconds between two redraws: of single changes, and while one follows the other. */
const shortestInterval = 1_000;
const longestInterval = 5_000;
const growth = 1.5;
/** Quiet in milliseconds after which changes count as single again. */
const quietAfter = 10_000;

/**
 * Throttle of redraws: at once, then at most once a second, and less often while changes keep coming, since each redraw
 * costs requests of the person's limit. A hidden page waits until it is seen.
 */
export class Redraw {
  readonly #dirty = new Set<Scope>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;
  #interval = shortestInterval;

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
    const quiet = performance.now() - this.#last;
    if (quiet > quietAfter) this.#interval = shortestInterval;
    this.#timer = setTimeout(this.#run, Math.max(0, this.#interval - quiet));
  };

  #run = (): void => {
    this.#timer = undefined;
    if (document.visibilityState === "hidden") return;
    const scopes = new Set(this.#dirty);
    this.#dirty.clear();
    this.#last = performance.now();
    this.#interval = Math.min(longestInterval, this.#interval * growth);
    this.draw(scopes);
  };
}
