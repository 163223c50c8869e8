import { spawn } from "node:child_process";

interface Outcome {
  /** Exit code; null when a signal ended the program. */
  code: number | null;
  /** Standard output and standard error interleaved, the last 64 kB. */
  output: string;
}

/** Runs a program to its end. Returns null when it does not exist. `onLine` receives each complete line. */
export function run(
  command: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; onLine?: (line: string) => void; signal?: AbortSignal } = {},
): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      signal: options.signal,
    });
    let output = "";
    let unfinished = "";
    const take = (chunk: Buffer) => {
      const text = chunk.toString("utf8");
      output = (output + text).slice(-65_536);
      const lines = (unfinished + text).split(/\r?\n/);
      unfinished = lines.pop() ?? "";
      for (const line of lines) options.onLine?.(line);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
    child.on("close", (code) => resolve({ code, output }));
  });
}
