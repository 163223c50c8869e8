import type { Database } from "../../../cypher/database.ts";
import type { AllowedSources } from "../../sources/allowed-sources.ts";
import { createOperations } from "../graphql/operations.ts";
import type { Log } from "../log.ts";
import type { Executor } from "./executor.ts";

/** Executes operations in this thread, which cannot be ended: for tests that look into it. */
export function inThisThread(options: { db: Database; log: Log; sources?: AllowedSources | undefined }): Executor {
  const operations = createOperations(options);
  return {
    execute: (job, { signal, cancel, onProgress }) =>
      operations.execute(job, cancel ? AbortSignal.any([signal, cancel]) : signal, onProgress),
  };
}
