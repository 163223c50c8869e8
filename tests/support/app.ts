import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningApp {
  origin: string;
  /** The one-time link that the terminal shows. */
  link: string;
  output(): string;
  /** Ends the server and leaves its facts. */
  pause(): Promise<void>;
  /** Starts it again on the same port with the same facts. */
  resume(): Promise<void>;
  stop(): Promise<number | null>;
}

/** Starts the whole app the way `npm start` does, on a spare port with a data folder of its own. */
export async function startApp(environment: Record<string, string> = {}): Promise<RunningApp> {
  const port = await sparePort();
  const data = mkdtempSync(join(tmpdir(), "ecotone-browser-"));
  const origin = `http://127.0.0.1:${port}`;
  let text = "";
  let child: ChildProcess;
  const stop = async () => {
    const code = await end(child);
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  const start = () => {
    child = spawn(process.execPath, ["--import", "tsx", "api/start.ts"], {
      env: {
        ...process.env,
        NODE_ENV: "",
        PORT: String(port),
        ECOTONE_DATA: data,
        NEO4J_URI: "",
        ECOTONE_CACHE: ".cache/neo4j",
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return new Promise<string>((resolve, reject) => {
      const begun = text.length;
      const give = (reason: string) => reject(new Error(`${reason}\n${text}`));
      const timer = setTimeout(() => give("The app was not ready in 200 s."), 200_000);
      const read = (chunk: Buffer) => {
        text += chunk;
        const found = text.slice(begun).match(new RegExp(`${origin}/session/[\\w-]+`));
        if (found) {
          clearTimeout(timer);
          resolve(found[0]);
        }
      };
      child.stdout!.on("data", read);
      child.stderr!.on("data", read);
      child.once("exit", (code) => give(`The app ended with ${code}.`));
    }).catch(async (error) => {
      await stop();
      throw error;
    });
  };
  const link = await start();
  return {
    origin,
    link,
    output: () => text,
    pause: async () => void (await end(child)),
    resume: async () => void (await start()),
    stop,
  };
}

function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.kill("SIGTERM");
  });
}

function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
