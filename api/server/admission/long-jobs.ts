import type { Progress } from "../../changes/imports/progress.ts";
import { Cancelled } from "../../shared/domain-errors.ts";

/** A job that its caller follows and can cancel. */
export interface LongJob {
  progress: Progress | null;
  readonly cancel: AbortSignal;
  onProgress(progress: Progress): void;
  end(): void;
}

const idForm = /^[\w-]{8,64}$/;

/** Long jobs by the ids that their callers have given them: each caller sees their own only. */
export class LongJobs {
  readonly #jobs = new Map<string, { job: LongJob; ending: AbortController }>();

  /** Null where the id is none, or names a job that is running. */
  begin(person: string, id: unknown): LongJob | null {
    if (typeof id !== "string" || !idForm.test(id)) return null;
    const name = `${person}\n${id}`;
    if (this.#jobs.has(name)) return null;
    const ending = new AbortController();
    const job: LongJob = {
      progress: null,
      cancel: ending.signal,
      onProgress(progress) {
        job.progress = progress;
      },
      end: () => void this.#jobs.delete(name),
    };
    this.#jobs.set(name, { job, ending });
    return job;
  }

  /** How far a job is; null where none runs. */
  find(person: string, id: string): LongJob | null {
    return this.#jobs.get(`${person}\n${id}`)?.job ?? null;
  }

  cancel(person: string, id: string): void {
    this.#jobs.get(`${person}\n${id}`)?.ending.abort(new Cancelled());
  }
}
