import type { ConnectionWatch } from "../graphql/connection.ts";
import type { StreamedChange } from "./live.graphql.ts";
import { maxSilence, readChanges, type StreamEnd } from "./read-changes.ts";

/** A change as far as it is known: by polling, and where a tab has missed what another one heard, its records are not. */
export interface Change {
  revision: number;
  who: string | null;
  changed: StreamedChange["changed"] | null;
}

/** What the tab that holds the stream tells the others. */
type Message = { type: "beat"; revision: number } | { type: "change"; change: Change } | { type: "deleted" };

interface Surroundings {
  connection: Pick<ConnectionWatch, "again" | "now" | "subscribe">;
  /** The latest changes, newest first, and the revision; null when they could not be read. */
  poll(): Promise<{ revision: number; changes: readonly Change[] } | null>;
  onChange(change: Change): void;
  onDeleted(): void;
}

const pollInterval = 10_000;
/** Pauses in milliseconds before the next attempt at a stream; the last one repeats. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Of what another attempt will not change soon. */
const longPause: Partial<Record<StreamEnd, number>> = { "signed-out": 60_000, completed: 30_000, refused: 30_000 };

const isHidden = () => document.visibilityState === "hidden";

/**
 * Changes of one ecosystem, from one stream for all tabs of a browser: the tab that holds a Web Lock reads it and tells
 * the others on a BroadcastChannel. A hidden tab gives the lock up, so that a browser with many tabs keeps connections
 * for queries. Where locks are missing (a plain-HTTP address) each tab reads a stream of its own. While nothing has got
 * through for 40 s the revision is polled.
 */
export class SharedChanges {
  #seen: number;
  /** When something last came through, in milliseconds since 1970. */
  #heard = Date.now();
  #isReading = false;
  #turn: AbortController | null = null;
  readonly #channel: BroadcastChannel;
  readonly #poll: ReturnType<typeof setInterval>;

  /** @param after the revision that the page has: later changes are told first */
  constructor(
    private readonly key: string,
    after: number,
    private readonly around: Surroundings,
  ) {
    this.#seen = after;
    this.#channel = new BroadcastChannel(`ecotone changes ${key}`);
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#poll = setInterval(() => void this.#pollIfSilent(), pollInterval);
    document.addEventListener("visibilitychange", this.#followVisibility);
    this.#followVisibility();
  }

  stop(): void {
    this.#turn?.abort();
    clearInterval(this.#poll);
    document.removeEventListener("visibilitychange", this.#followVisibility);
    this.#channel.close();
  }

  #followVisibility = (): void => {
    if (isHidden()) {
      this.#turn?.abort();
      this.#turn = null;
    } else if (!this.#turn) {
      this.#turn = new AbortController();
      void this.#takeTurn(this.#turn.signal);
    }
  };

  async #takeTurn(signal: AbortSignal): Promise<void> {
    const read = () => this.#read(signal);
    if (!navigator.locks) return read();
    // Left before its turn came: nothing is to be done.
    await navigator.locks.request(`ecotone changes ${this.key}`, { signal }, read).catch(() => undefined);
  }

  async #read(signal: AbortSignal): Promise<void> {
    this.#isReading = true;
    let failures = 0;
    while (!signal.aborted) {
      const end = await readChanges({
        key: this.key,
        after: this.#seen,
        signal,
        onBeat: () => {
          failures = 0;
          this.#heard = Date.now();
          this.#tell({ type: "beat", revision: this.#seen });
        },
        onChange: (change) => {
          this.#tell({ type: "change", change });
          this.#take(change);
        },
      });
      if (signal.aborted) break;
      if (end === "completed") {
        this.#tell({ type: "deleted" });
        this.around.onDeleted();
      }
      // Asks something ordinary, whose failure the page reports.
      if (end === "signed-out" || end === "unreachable") this.around.connection.again();
      await this.#pause(longPause[end] ?? pauses[Math.min(failures, pauses.length - 1)]!, signal);
      failures += 1;
    }
    this.#isReading = false;
  }

  /** Ends early when the server answers again, or when the turn is over. */
  #pause(millis: number, signal: AbortSignal): Promise<void> {
    const { connection } = this.around;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unsubscribe();
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, millis);
      const unsubscribe = connection.subscribe(() => connection.now().kind === "well" && end());
      signal.addEventListener("abort", end);
    });
  }

  #tell(message: Message): void {
    this.#channel.postMessage(message);
  }

  #hear(message: Message): void {
    this.#heard = Date.now();
    if (message.type === "deleted") this.around.onDeleted();
    else if (message.type === "change") this.#take(message.change);
    else this.#take({ revision: message.revision, who: null, changed: null });
  }

  #take(change: Change): void {
    if (change.revision <= this.#seen) return;
    this.#seen = change.revision;
    this.around.onChange(change);
  }

  async #pollIfSilent(): Promise<void> {
    if (isHidden() || Date.now() - this.#heard < maxSilence || this.around.connection.now().kind !== "well") return;
    const found = await this.around.poll();
    if (!found) return;
    for (const change of found.changes.toReversed()) this.#take(change);
    this.#take({ revision: found.revision, who: null, changed: null });
    // The others need not ask as well.
    if (this.#isReading) this.#tell({ type: "beat", revision: this.#seen });
  }
}
