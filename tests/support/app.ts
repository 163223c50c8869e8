import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withDatabase } from "../../api/cli/with-database.ts";
import { newInvite } from "../../api/server/sessions/sessions.ts";
import type { Role } from "../../cypher/sessions/sessions.ts";

/** Admin token of apps in tests. */
export const adminToken = "the-tests-own-admin-token";

/** Process of the whole app, ready or not. */
export interface AppProcess {
  child: ChildProcess;
  origin: string;
  output(): string;
  /** Its exit code, when it has ended; null when a signal ended it. */
  ended: Promise<number | null>;
  /** One-time link printed when the app is ready; rejects when it exits before. */
  link: Promise<string>;
}

export interface RunningApp {
  origin: string;
  /** Its data folder. */
  data: string;
  /** One-time link printed by the app. */
  link: string;
  output(): string;
  /** Stops the server and keeps its facts. */
  pause(): Promise<void>;
  /** Starts it again on the same port with the same facts. */
  resume(): Promise<void>;
  stop(): Promise<number | null>;
}

/** Launches the whole app the way `npm start` does, on a free port. */
export async function spawnApp(environment: Record<string, string>): Promise<AppProcess> {
  const port = environment.PORT ?? String(await sparePort());
  const origin = `http://127.0.0.1:${port}`;
  let text = "";
  const child = spawn(process.execPath, ["api/run.js", "server"], {
    env: { ...process.env, NODE_ENV: "", NEO4J_URI: "", ECOTONE_CACHE: ".cache/neo4j", ...environment, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const link = new Promise<string>((resolve, reject) => {
    const give = (reason: string) => reject(new Error(`${reason}\n${text}`));
    const timer = setTimeout(() => give("The app was not ready in 200 s."), 200_000);
    const read = (chunk: Buffer) => {
      text += chunk;
      const found = text.match(
        new RegExp(`${environment.ECOTONE_DEV_ORIGIN ?? environment.PUBLIC_URL ?? origin}/session/[\\w-]+`),
      );
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then((code) => {
      clearTimeout(timer);
      give(`The app ended with ${code}.`);
    });
  });
  link.catch(() => {}); // not every caller awaits it
  return { child, origin, output: () => text, ended, link };
}

/** Starts the whole app with a data folder of its own, and waits until it is ready. */
export async function startApp(environment: Record<string, string> = {}): Promise<RunningApp> {
  const data = mkdtempSync(join(tmpdir(), "ecotone-browser-"));
  const settings = { ECOTONE_DATA: data, ...environment };
  let app = await spawnApp(settings);
  const end = () => {
    app.child.kill("SIGTERM");
    return app.ended;
  };
  const stop = async () => {
    const code = await end();
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  const ready = () =>
    app.link.catch(async (error) => {
      await stop();
      throw error;
    });
  const link = await ready();
  return {
    origin: app.origin,
    data,
    link,
    output: () => app.output(),
    pause: async () => void (await end()),
    resume: async () => {
      app = await spawnApp({ ...settings, PORT: new URL(app.origin).port });
      await ready();
    },
    stop,
  };
}

/** A one-time link for another person, created by `npm run invite -- NAME` while the app runs. */
export async function inviteTo(
  { origin, data }: Pick<RunningApp, "origin" | "data">,
  name: string,
  role?: Role,
): Promise<string> {
  const token = await withDatabase((db) => newInvite(db, name, role), { ECOTONE_DATA: data });
  return `${origin}/session/${token}`;
}

export function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
