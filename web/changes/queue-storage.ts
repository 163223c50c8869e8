import { parsed } from "../shared/parsed.ts";
import type { RecordEdit } from "./record-edits.ts";

/** Edits that were submitted together: all or nothing. */
export interface EditGroup {
  id: string;
  edits: RecordEdit[];
  /** As menus and notices say it: "Change name of SysCo". */
  label: string;
  /** Reason for the change log. */
  why?: string | undefined;
}

/** Groups that are sent as one request: repeated with the same key they are stored once. */
export interface Batch {
  idempotencyKey: string;
  groups: EditGroup[];
}

/** What is not stored yet. */
export interface KeptQueue {
  /** Sent and not answered, oldest first. */
  sent: Batch[];
  waiting: EditGroup[];
}

const isEmpty = ({ sent, waiting }: KeptQueue): boolean => sent.length + waiting.length === 0;

interface Kept extends KeptQueue {
  /** When the tab was last alive, in milliseconds since 1970; 0: it has been closed. */
  aliveAt: number;
}

/** A tab says that it is alive this often, and counts as closed after that: browsers slow timers down to one a minute. */
const aliveEvery = 5_000;
const closedAfter = 90_000;

/**
 * Keeps the changes that are not stored yet in localStorage: they survive a reload and a closed tab. Each tab has an
 * entry of its own; that of a closed tab is taken over by another one. Without local storage, as in some private
 * windows, nothing is kept.
 */
export class QueueStorage {
  readonly #prefix: string;
  readonly #own: string;
  #queue: KeptQueue = { sent: [], waiting: [] };
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    ecosystem: string,
    tab: string,
    private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> | null,
    private readonly now: () => number = Date.now,
  ) {
    this.#prefix = `ecotone changes ${ecosystem} `;
    this.#own = `${this.#prefix}${tab}`;
  }

  /** Keeps the queue; false where the browser has no room for it. */
  write(queue: KeptQueue): boolean {
    this.#queue = queue;
    clearInterval(this.#timer);
    if (!isEmpty(queue)) this.#timer = setInterval(() => this.isOwn() && this.#write(this.now()), aliveEvery);
    return this.#write(isEmpty(queue) ? null : this.now());
  }

  /** The page is being closed or reloaded: another tab, or this one after the reload, may take over at once. */
  release(): void {
    clearInterval(this.#timer);
    if (!isEmpty(this.#queue) && this.isOwn()) this.#write(0);
  }

  /** Whether the kept changes are still this tab's: a tab that slept may find that another has taken them over. */
  isOwn(): boolean {
    return isEmpty(this.#queue) || this.storage === null || this.storage.getItem(this.#own) !== null;
  }

  /** Takes over what closed tabs have left. */
  adopt(): KeptQueue[] {
    const { storage } = this;
    if (!storage) return [];
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at)!);
    return names.flatMap((name) => {
      if (!name.startsWith(this.#prefix) || name === this.#own) return [];
      const kept = parsed<Kept>(storage.getItem(name));
      if (kept && this.now() - kept.aliveAt < closedAfter) return [];
      storage.removeItem(name);
      return kept ?? [];
    });
  }

  #write(aliveAt: number | null): boolean {
    try {
      if (aliveAt === null) this.storage?.removeItem(this.#own);
      else this.storage?.setItem(this.#own, JSON.stringify({ aliveAt, ...this.#queue } satisfies Kept));
      return true;
    } catch {
      return false; // no room: the page says that the changes are in this tab only
    }
  }
}
