import { spawn } from "node:child_process";
import { join } from "node:path";
import { isStale, PAGE, ROOT } from "./build-server.js";

/** Whether the built page is older than what it is built from. */
export const pageIsStale = (): boolean =>
  isStale(
    ["index.html", "operations.json"].map((name) => join(PAGE, name)),
    ["web", "vite.config.ts", "package-lock.json"],
  );

/** Build error with Vite's output; its stack adds nothing. */
class BuildProblem extends Error {
  override readonly name = "BuildProblem";
}

/** Builds the page with Vite, in a process of its own so that this one keeps answering. */
export function buildPage(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-16_384);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new BuildProblem(`The page could not be built:\n${output.trim()}`)),
    );
  });
}
