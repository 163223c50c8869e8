import type { OnProgress } from "../../changes/imports/progress.ts";
import type { Lane } from "../admission/placement.ts";
import type { Answer, Job } from "./messages.ts";

/** Where and how long a job may run. */
export interface Execution {
  lane: Lane;
  /** Milliseconds from its beginning after which it is ended. */
  maxMillis: number;
  /** Whether it may run again when its worker dies: it changes nothing. */
  isRepeatable: boolean;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Told how far it is. */
  onProgress?: OnProgress | undefined;
  /** Aborted when it is to end before it has stored anything: its answer, which says what has become of it, is waited for. */
  cancel?: AbortSignal | undefined;
}

/** Executes operations: a pool of worker threads, or this thread. */
export interface Executor {
  /** @throws DeadlineExceeded, WorkerLost, or the signal's reason */
  execute(job: Job, execution: Execution): Promise<Answer>;
}

/** The work took longer than it may, and has been ended. */
export class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";
}

/** The worker has died before it answered. */
export class WorkerLost extends Error {
  override readonly name = "WorkerLost";
}
