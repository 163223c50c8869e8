import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Progress } from "../../changes/imports/progress.ts";
import { type AllowedSources, noSources } from "../../sources/allowed-sources.ts";
import { SERVER } from "../build-server.js";
import type { Log } from "../log.ts";
import type { Answer, Connection, FromWorker, ToWorker } from "./messages.ts";

/** What a slot tells its pool. */
interface SlotEvents {
  /** A worker has been loaded and takes work. */
  loaded(): void;
  /** The job is over: with an answer, without one, or with an error. */
  settled(id: number, outcome: { answer: Answer } | { error: Error } | null): void;
  /** How far a job is. */
  progressed(id: number, progress: Progress): void;
  /** The worker has died with these jobs; another one is starting. */
  died(ids: number[]): void;
  /** The worker cannot be loaded: it is tried again, but nobody should wait for it. */
  cannotLoad(error: Error): void;
}

interface SlotOptions {
  heapMegabytes: number;
  log: Log;
  freeBytes?: (() => Promise<number>) | undefined;
  sources?: AllowedSources | undefined;
}

/** Milliseconds without a sign of life after which a worker that should end something is taken to compute on and on. */
const maxSilence = 1_000;
const pingEvery = 250;
/** Milliseconds before a worker that died while it was loading is started again, and how often that may happen in a row. */
const restartPause = 1_000;
const maxLoadFailures = 3;

/** A place for one worker thread at a time: starts it, replaces it when it dies, and ends work that does not end itself. */
export class WorkerSlot {
  readonly running = new Set<number>();
  /** Jobs that nobody waits for any more and that have not ended yet. */
  readonly #abandoned = new Set<number>();
  #worker: Worker | undefined;
  #isLoaded = false;
  #isClosed = false;
  #loadFailures = 0;
  #watch: NodeJS.Timeout | undefined;
  #lastSign = 0;
  #opening: Extract<ToWorker, { type: "open" }> | undefined;

  constructor(
    private readonly options: SlotOptions,
    private readonly events: SlotEvents,
  ) {}

  get isStarted(): boolean {
    return this.#worker !== undefined;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  start(): void {
    if (this.#worker || this.#isClosed) return;
    const worker = new Worker(join(SERVER, "worker.js"), {
      resourceLimits: { maxOldGenerationSizeMb: this.options.heapMegabytes },
    });
    this.#worker = worker;
    worker.unref(); // the HTTP server keeps the process alive
    worker.on("message", (message: FromWorker) => this.#receive(message));
    worker.on("error", (error) => {
      this.options.log.error({ err: error }, "A worker has died; another one takes its place.");
      if (!this.#isLoaded && ++this.#loadFailures >= maxLoadFailures) this.events.cannotLoad(error);
      this.#replace(worker);
    });
    worker.on("exit", () => this.#replace(worker));
    if (this.#opening) worker.postMessage(this.#opening);
  }

  /** From now on the worker, and whichever replaces it, executes jobs on this database. */
  open(connection: Connection): void {
    this.#opening = {
      type: "open",
      connection,
      watchesSpace: this.options.freeBytes !== undefined,
      sources: this.options.sources ?? noSources,
    };
    this.#worker?.postMessage(this.#opening);
  }

  post(message: Extract<ToWorker, { id: number }>, transfer: ArrayBuffer[] = []): void {
    this.running.add(message.id);
    this.#worker!.postMessage(message, transfer);
  }

  /** This job is to end, whether or not anybody waits for its answer: the worker is told, and replaced if it goes on computing. */
  abandon(id: number): void {
    if (!this.running.has(id)) return;
    this.#worker?.postMessage({ type: "cancel", id } satisfies ToWorker);
    this.#abandoned.add(id);
    if (this.#watch) return;
    this.#lastSign = performance.now();
    this.#watch = setInterval(() => this.#check(), pingEvery);
    this.#watch.unref();
    this.#ping();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#endWatch();
    await this.#worker?.terminate();
  }

  #ping(): void {
    this.#worker?.postMessage({ type: "ping" } satisfies ToWorker);
  }

  #check(): void {
    if (this.#abandoned.size === 0) this.#endWatch();
    else if (performance.now() - this.#lastSign < maxSilence) this.#ping();
    else {
      this.options.log.warn({}, "A worker computes beyond its time limit and is replaced.");
      void this.#worker?.terminate();
    }
  }

  #endWatch(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #settle(id: number, outcome: { answer: Answer } | { error: Error } | null): void {
    this.running.delete(id);
    this.#abandoned.delete(id);
    this.events.settled(id, outcome);
  }

  #receive(message: FromWorker): void {
    this.#lastSign = performance.now();
    switch (message.type) {
      case "loaded":
        this.#isLoaded = true;
        this.#loadFailures = 0;
        this.events.loaded();
        break;
      case "pong":
        break;
      case "answer":
        this.#settle(message.id, { answer: message.answer });
        break;
      case "done":
        this.#settle(message.id, null);
        break;
      case "failed":
        this.#settle(message.id, { error: Object.assign(new Error(message.message), message.error) });
        break;
      case "progress":
        this.events.progressed(message.id, message.progress);
        break;
      case "log":
        this.options.log[message.level](message.entry, message.message);
        break;
      case "askFreeBytes":
        this.#tellFreeBytes(message.id);
    }
  }

  #tellFreeBytes(id: number): void {
    const worker = this.#worker;
    const tell = (bytes: number | null) => worker?.postMessage({ type: "freeBytes", id, bytes } satisfies ToWorker);
    this.options.freeBytes!().then(tell, (error) => {
      this.options.log.error({ err: error }, "The free space of the disk could not be read.");
      tell(null);
    });
  }

  #replace(dead: Worker): void {
    if (this.#worker !== dead) return;
    const wasLoaded = this.#isLoaded;
    this.#worker = undefined;
    this.#isLoaded = false;
    const ids = [...this.running];
    this.running.clear();
    this.#abandoned.clear();
    this.#endWatch();
    if (!this.#isClosed) {
      if (wasLoaded) this.start();
      else setTimeout(() => this.start(), restartPause).unref();
    }
    this.events.died(ids);
  }
}
