import { type ChangeSummary, readChanges } from "../../cypher/changes/history.ts";
import type { Database } from "../../cypher/database.ts";
import { readRevisions } from "../../cypher/ecosystems/ecosystems.ts";
import { NotFound } from "../shared/domain-errors.ts";

/** Milliseconds between two looks at the revisions: a change made through any process is told of within half a second. */
const interval = 300;
/** Changes that are read at once. */
const pageSize = 100;

/**
 * Feed of changes: one look at the revisions of all ecosystems that somebody follows, however many follow. The revision
 * is what all API processes on one database share, so that no process needs to tell another one.
 */
export class ChangeFeed {
  /** Who waits for the next look, by the key of what they follow. */
  readonly #waiting = new Map<string, Set<() => void>>();
  #revisions: ReadonlyMap<string, number> = new Map();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Database) {}

  /**
   * Changes of an ecosystem in their order, from now on or from those after a revision; ends when the ecosystem is deleted.
   * @param signal aborted when nobody listens any more
   * @throws NotFound where there is no such ecosystem
   */
  async *follow(key: string, after: number | undefined, signal: AbortSignal): AsyncGenerator<ChangeSummary> {
    const now = (await readRevisions(this.db, [key])).get(key);
    if (now === undefined) throw new NotFound(`There is no ecosystem "${key}".`);
    let told = after ?? now;
    for (let latest: number | undefined = now; latest !== undefined; latest = await this.#next(key, signal)) {
      while (told < latest) {
        if (signal.aborted) return;
        const page = await readChanges(this.db, key, pageSize, Math.min(told + pageSize, latest) + 1);
        const news = page.filter(({ revision }) => revision > told).reverse();
        yield* news;
        told = Math.max(told + pageSize, news.at(-1)?.revision ?? 0);
      }
      told = Math.min(told, latest);
      if (signal.aborted) return;
    }
  }

  /** The revision at the next look; undefined when the ecosystem has been deleted, or nobody listens any more. */
  async #next(key: string, signal: AbortSignal): Promise<number | undefined> {
    await new Promise<void>((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set();
      this.#waiting.set(key, waiting);
      const leave = () => {
        waiting.delete(leave);
        if (waiting.size === 0) this.#waiting.delete(key);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      waiting.add(leave);
      signal.addEventListener("abort", leave, { once: true });
      if (signal.aborted) leave();
      this.#timer ??= setTimeout(() => void this.#look(), interval);
    });
    return signal.aborted ? undefined : this.#revisions.get(key);
  }

  async #look(): Promise<void> {
    const keys = [...this.#waiting.keys()];
    try {
      const found = await readRevisions(this.db, keys);
      // Those who began to wait during the look are told at the next one.
      this.#revisions = found;
      for (const key of keys) for (const leave of [...(this.#waiting.get(key) ?? [])]) leave();
    } catch {
      // A database that does not answer is looked at again: pages keep their connection and miss nothing.
    } finally {
      this.#timer = this.#waiting.size > 0 ? setTimeout(() => void this.#look(), interval) : undefined;
    }
  }
}
