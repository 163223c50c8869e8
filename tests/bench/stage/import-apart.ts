import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Stage } from "./stage.ts";

/** What a process of its own imports: a generated document of so many records, or a CSV file. */
export type ImportJob = { key: string } & ({ records: number } | { csv: string });

/** The peak of resident memory of a process that does one import and nothing else, in megabytes. @param heap bound of its heap */
export async function peakOfImport({ connection }: Stage, job: ImportJob, heap: number): Promise<number> {
  const child = fork(fileURLToPath(new URL("./import-alone.ts", import.meta.url)), {
    execArgv: [...process.execArgv, `--max-old-space-size=${heap}`],
  });
  child.send({ connection, job });
  return new Promise((resolve, reject) => {
    child.once("message", (peak) => resolve(peak as number));
    child.once("exit", (code) => reject(new Error(`The importing process ended with ${code}: more memory is needed.`)));
  });
}
