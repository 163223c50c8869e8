import { LRUCache } from "lru-cache";
import type { AllowedSources } from "../../sources/allowed-sources.ts";
import type { Lane } from "../admission/placement.ts";
import type { Log } from "../log.ts";
import { DeadlineExceeded, type Execution, type Executor, WorkerLost } from "./executor.ts";
import type { Answer, Connection, Job, Task, ToWorker } from "./messages.ts";
import { WorkerSlot } from "./worker-slot.ts";

interface PoolOptions {
  workers: number;
  /** Heap limit of each worker. */
  heapMegabytes: number;
  log: Log;
  /** How much room the database's disk has left, where that can be known. */
  freeBytes?: (() => Promise<number>) | undefined;
  /** What files may be read from; nothing when absent. */
  sources?: AllowedSources | undefined;
}

/** Jobs of each lane at once in one worker: one computation at a time, while reading and importing wait for the database. */
const maxRunning: Readonly<Record<Lane, number>> = { reading: 32, computing: 1, importing: 4 };
/** Milliseconds in a lane's queue, in which a worker may have to be replaced and loaded. */
const maxQueued: Readonly<Record<Lane, number>> = { reading: 60_000, computing: 120_000, importing: 60_000 };
/** Milliseconds after which a worker that still computes for one ecosystem is no home for another one. */
const stallMillis = 300;

interface Entry {
  id: number;
  lane: Lane;
  ecosystem: string | null;
  /** Id of the person who asks; null for what belongs to the start. */
  person: string | null;
  message: Extract<ToWorker, { id: number }>;
  execution: Omit<Execution, "lane">;
  startedAt: number;
  isRetried: boolean;
  slot: WorkerSlot | undefined;
  timer: NodeJS.Timeout | undefined;
  leave: () => void;
  cancel: () => void;
  resolve(answer: Answer | null): void;
  reject(error: unknown): void;
}

/**
 * Pool of worker threads with lanes: each ecosystem is at home in one worker of a lane, whose caches stay warm. Written
 * by hand because pools on worker threads (piscina, tinypool, workerpool) have one queue for all workers and no affinity.
 */
export class WorkerPool implements Executor {
  readonly #slots: WorkerSlot[];
  readonly #lanes: Readonly<Record<Lane, WorkerSlot[]>>;
  readonly #queues: Record<Lane, Entry[]> = { reading: [], computing: [], importing: [] };
  readonly #entries = new Map<number, Entry>();
  readonly #homes = new LRUCache<string, WorkerSlot>({ max: 10_000 });
  #nextId = 0;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#slots = Array.from(
      { length: options.workers },
      () =>
        new WorkerSlot(options, {
          loaded: () => this.#dispatchAll(),
          settled: (id, outcome) => this.#settled(id, outcome),
          progressed: (id, progress) => this.#entries.get(id)?.execution.onProgress?.(progress),
          died: (ids) => this.#died(ids),
          cannotLoad: (error) => this.#refuseQueued(error),
        }),
    );
    this.#lanes = lanesOf(this.#slots);
    // The others start when they are needed.
    for (const [slot] of [this.#lanes.reading, this.#lanes.computing]) slot!.start();
  }

  /** Begins to execute: until then jobs wait. */
  open(connection: Connection): void {
    for (const slot of this.#slots) slot.open(connection);
  }

  execute(job: Job, { lane, ...execution }: Execution): Promise<Answer> {
    const id = this.#nextId++;
    return this.#enqueue(lane, job.ecosystem, { type: "execute", id, job }, execution).then((answer) => answer!);
  }

  /** Runs what belongs to the start, in a worker that is free of readers unless another lane is named. */
  async run(task: Task, lane: Lane = "computing"): Promise<void> {
    const execution = { maxMillis: 600_000, isRepeatable: false, signal: new AbortController().signal };
    await this.#enqueue(lane, null, { type: "task", id: this.#nextId++, task }, execution);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #enqueue(
    lane: Lane,
    ecosystem: string | null,
    message: Entry["message"],
    execution: Entry["execution"],
  ): Promise<Answer | null> {
    const { signal, cancel } = execution;
    if (signal.aborted) return Promise.reject(signal.reason);
    // It may have been cancelled while its size was counted: the event is over, and no listener would hear of it.
    if (cancel?.aborted) return Promise.reject(cancel.reason);
    return new Promise((resolve, reject) => {
      const entry: Entry = {
        ...{ id: message.id, lane, ecosystem, message, execution, resolve, reject },
        person: message.type === "execute" ? message.job.caller.id : null,
        ...{ startedAt: 0, isRetried: false, slot: undefined, timer: undefined },
        leave: () => this.#give(entry, signal.reason),
        cancel: () => this.#cancel(entry),
      };
      signal.addEventListener("abort", entry.leave, { once: true });
      cancel?.addEventListener("abort", entry.cancel, { once: true });
      this.#entries.set(entry.id, entry);
      this.#wait(entry);
      this.#queues[lane].push(entry);
      this.#dispatch(lane);
    });
  }

  #wait(entry: Entry): void {
    const queued = Math.max(maxQueued[entry.lane], entry.execution.maxMillis);
    entry.timer = setTimeout(() => this.#give(entry, new DeadlineExceeded("not begun in time")), queued);
  }

  /** Ends an entry without an answer; what runs of it is ended too. */
  #give(entry: Entry, error: unknown): void {
    if (!this.#entries.has(entry.id)) return;
    const queue = this.#queues[entry.lane];
    const at = queue.indexOf(entry);
    if (at >= 0) queue.splice(at, 1);
    this.#forget(entry);
    entry.slot?.abandon(entry.id);
    entry.reject(error);
  }

  /** Ends what runs of it, and waits for its answer; what has not begun has none. */
  #cancel(entry: Entry): void {
    if (entry.slot) entry.slot.abandon(entry.id);
    else this.#give(entry, entry.execution.cancel!.reason);
  }

  #forget(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.execution.signal.removeEventListener("abort", entry.leave);
    entry.execution.cancel?.removeEventListener("abort", entry.cancel);
    this.#entries.delete(entry.id);
  }

  #settled(id: number, outcome: { answer: Answer } | { error: Error } | null): void {
    const entry = this.#entries.get(id);
    if (entry) {
      this.#forget(entry);
      if (outcome === null) entry.resolve(null);
      else if ("answer" in outcome) entry.resolve(outcome.answer);
      else entry.reject(outcome.error);
    }
    this.#dispatchAll();
  }

  #died(ids: number[]): void {
    for (const id of ids.reverse()) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      clearTimeout(entry.timer);
      entry.slot = undefined;
      if (!this.#isClosed && entry.execution.isRepeatable && !entry.isRetried) {
        entry.isRetried = true;
        this.#wait(entry);
        this.#queues[entry.lane].unshift(entry);
      } else {
        this.#forget(entry);
        entry.reject(new WorkerLost("The worker has died."));
      }
    }
    this.#dispatchAll();
  }

  /** Where no worker can be loaded, those that wait are told: a start ends with the reason. */
  #refuseQueued(error: Error): void {
    if (this.#slots.some(({ isLoaded }) => isLoaded)) return;
    for (const entry of Object.values(this.#queues).flat()) this.#give(entry, error);
  }

  #dispatchAll(): void {
    for (const lane of Object.keys(this.#queues) as Lane[]) this.#dispatch(lane);
  }

  #dispatch(lane: Lane): void {
    const queue = this.#queues[lane];
    for (let at = 0; at < queue.length; ) {
      const entry = queue[at]!;
      const slot = this.#slotFor(entry);
      if (slot) {
        queue.splice(at, 1);
        this.#begin(entry, slot);
      } else if (this.#lanes[lane].every((one) => !this.#hasRoom(one, lane))) return;
      else at++;
    }
  }

  #begin(entry: Entry, slot: WorkerSlot): void {
    clearTimeout(entry.timer);
    entry.slot = slot;
    entry.startedAt = performance.now();
    const { maxMillis, isRepeatable } = entry.execution;
    entry.timer = setTimeout(() => this.#give(entry, new DeadlineExceeded(`not ended in ${maxMillis} ms`)), maxMillis);
    const body = entry.message.type === "execute" ? entry.message.job.body : null;
    // What may have to run again is copied, and the rest handed over.
    const transfer = body && !isRepeatable ? [body.buffer as ArrayBuffer] : [];
    slot.post(entry.message, transfer);
  }

  #hasRoom(slot: WorkerSlot, lane: Lane): boolean {
    return slot.isLoaded && this.#runningIn(slot).filter((entry) => entry.lane === lane).length < maxRunning[lane];
  }

  #runningIn(slot: WorkerSlot): Entry[] {
    return [...slot.running].flatMap((id) => this.#entries.get(id) ?? []);
  }

  /**
   * Whether somebody's heavy computation would take the last free worker while another one of theirs is computed: that
   * worker is left to others.
   */
  #isForOthers({ lane, person }: Entry): boolean {
    const slots = this.#lanes[lane];
    if (lane !== "computing" || slots.length === 1) return false;
    const running = slots.flatMap((slot) => this.#runningIn(slot)).filter((entry) => entry.lane === lane);
    return running.length >= slots.length - 1 && running.some((entry) => entry.person === person);
  }

  /** The worker that is to run it now, or undefined while it has to wait. */
  #slotFor(entry: Entry): WorkerSlot | undefined {
    const { lane, ecosystem } = entry;
    const slots = this.#lanes[lane];
    if (slots.every(({ isStarted }) => !isStarted)) slots[0]!.start();
    if (this.#isForOthers(entry)) return undefined;
    const name = ecosystem === null ? null : `${lane} ${ecosystem}`;
    const home = name === null ? undefined : this.#homes.get(name);
    if (home?.isLoaded && !this.#isStalledFor(home, entry)) return this.#hasRoom(home, lane) ? home : undefined;
    const free = slots.filter((slot) => this.#hasRoom(slot, lane));
    if (free.length === 0) slots.find(({ isStarted }) => !isStarted)?.start();
    const chosen = free.sort((one, other) => this.#loadOf(one) - this.#loadOf(other))[0];
    const better = chosen && home?.isLoaded && chosen.running.size > 0 ? home : chosen;
    if (name !== null && better && better !== home) {
      this.#homes.set(name, better);
      if (this.#loadOf(better) > 1) slots.find(({ isStarted }) => !isStarted)?.start();
    }
    return better && this.#hasRoom(better, lane) ? better : undefined;
  }

  /** Jobs that it runs, then ecosystems that are at home in it. */
  #loadOf(slot: WorkerSlot): number {
    const homes = [...this.#homes.values()].filter((home) => home === slot).length;
    return slot.running.size * 1_000 + homes;
  }

  /**
   * Whether an entry is better off elsewhere: the worker has computed for another ecosystem for a while, or a heavy
   * computation would find another one or an import there.
   */
  #isStalledFor(slot: WorkerSlot, { lane, ecosystem }: Entry): boolean {
    if (lane === "computing") return slot.running.size > 0;
    const since = performance.now() - stallMillis;
    return this.#runningIn(slot).some((entry) => entry.startedAt < since && entry.ecosystem !== ecosystem);
  }
}

/**
 * With one worker it does everything; with two, one reads; from three on each lane has its own, and heavy computations of
 * a second person that of imports too.
 */
function lanesOf(slots: WorkerSlot[]): Record<Lane, WorkerSlot[]> {
  const count = slots.length;
  if (count <= 2) {
    const long = slots.slice(-1);
    return { reading: slots.slice(0, 1), computing: long, importing: long };
  }
  const computing = Math.max(1, Math.floor((count - 1) / 3));
  return {
    reading: slots.slice(0, count - 1 - computing),
    computing: slots.slice(count - 1 - computing),
    importing: slots.slice(count - 1),
  };
}
