import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import neo4j from "neo4j-driver";
import { type ClassData, classData } from "./class-data.ts";
import { DEFAULT_HEAP_MEGABYTES, neo4jConf } from "./configuration.ts";
import { findJava, type Java } from "./java.ts";
import { fetchLibraries } from "./libraries.ts";
import { takeOwnership } from "./owner.ts";
import { keepPassword, newPassword, readPassword } from "./password.ts";
import { LocalNeo4jProblem, OR_USE_A_SERVER } from "./problem.ts";
import { endProcess, holdersOf, processesWith } from "./processes.ts";
import { run } from "./run.ts";

export interface LocalNeo4jOptions {
  /** Holds the store, the password and the logs, under neo4j/. One Ecotone at a time. */
  dataFolder: string;
  /** Holds the jars and the class-data archive; neo4j/ in the data folder when absent. May be shared. */
  cacheFolder?: string;
  /** Maximum Java heap in megabytes, 1024 when absent. */
  heapMegabytes?: number;
  /** Aborted when the caller no longer needs the server that is being started. */
  signal?: AbortSignal;
  /** Progress for the user, also when Neo4j has crashed and is restarted. */
  onProgress: (text: string) => void;
}

export interface LocalNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string;
  /** Process id of the running Neo4j. */
  pid(): number | undefined;
  /** One sentence while Neo4j is down unexpectedly: it is being restarted, or restarting was given up. */
  trouble(): string | null;
  /** Stops Neo4j and waits until its files are closed. May be called more than once. */
  stop(): Promise<void>;
}

/** Time limit of a start in milliseconds: recovery after a crash on a slow disk included. */
const START_LIMIT = 180_000;
/** Time limit of a stop before Neo4j is killed, in milliseconds; writing the class-data archive included. */
const STOP_LIMIT = 60_000;
/** Restart limit: a Neo4j that crashes more often than this within ten minutes is not restarted. */
const RESTARTS = 5;

/** Starts the app's own Neo4j on a free loopback port and resolves when it answers a query. */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const { onProgress } = options;
  const dataFolder = resolve(options.dataFolder);
  const home = join(dataFolder, "neo4j");
  const cacheFolder = resolve(options.cacheFolder ?? home);
  const heapMegabytes = options.heapMegabytes ?? DEFAULT_HEAP_MEGABYTES;

  const java = await findJava();
  const release = takeOwnership(join(home, "owner.json"), dataFolder);
  try {
    await endOrphans(home, onProgress);
    const jars = await fetchLibraries(cacheFolder, onProgress, options.signal);
    const password = await preparePassword(home, java, jars, onProgress);
    options.signal?.throwIfAborted();
    const boltPort = await freePort();
    await mkdir(join(home, "conf"), { recursive: true });
    await mkdir(join(home, "import"), { recursive: true });
    await writeFile(join(home, "conf", "neo4j.conf"), neo4jConf({ boltPort, heapMegabytes }));
    const parts = { home, cacheFolder, heapMegabytes, java, jars, password, boltPort, onProgress };
    const server = new Server(parts, release);
    const giveUp = () => void server.stop();
    options.signal?.addEventListener("abort", giveUp, { once: true });
    await server.start();
    options.signal?.removeEventListener("abort", giveUp);
    options.signal?.throwIfAborted();
    return server;
  } catch (error) {
    release();
    throw error;
  }
}

interface Parts {
  home: string;
  cacheFolder: string;
  heapMegabytes: number;
  java: Java;
  jars: string[];
  password: string;
  boltPort: number;
  onProgress: (text: string) => void;
}

class Server implements LocalNeo4j {
  readonly uri: string;
  readonly username = "neo4j";
  readonly password: string;
  readonly database = "neo4j";
  readonly #parts: Parts;
  readonly #release: () => void;
  readonly #restarts: number[] = [];
  #child: ChildProcess | undefined;
  #trouble: string | null = null;
  #classData: ClassData | undefined;
  #output = "";
  #stopping: Promise<void> | undefined;
  /** On exit without a regular stop, Neo4j is at least sent a signal to stop. */
  readonly #lastResort = () => this.#child?.kill("SIGTERM");

  constructor(parts: Parts, release: () => void) {
    this.#parts = parts;
    this.#release = release;
    this.uri = `bolt://127.0.0.1:${parts.boltPort}`;
    this.password = parts.password;
  }

  async start(): Promise<this> {
    process.on("exit", this.#lastResort);
    try {
      await this.#launch();
    } catch (error) {
      await this.stop();
      throw error;
    }
    return this;
  }

  pid(): number | undefined {
    return this.#child?.pid;
  }

  trouble(): string | null {
    return this.#trouble;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#end();
    return this.#stopping;
  }

  async #launch(): Promise<void> {
    const { home, cacheFolder, heapMegabytes, java, jars, onProgress } = this.#parts;
    onProgress("Starting Neo4j");
    this.#output = "";
    this.#classData = classData(cacheFolder, java, jars);
    const child = spawn(
      java.command,
      [
        `-Xms${Math.min(128, heapMegabytes)}m`,
        `-Xmx${heapMegabytes}m`,
        // The serial collector needs the least memory besides the heap, and one person's requests do not need several
        // threads.
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        ...this.#classData.args,
        ...OPENED,
        "-Dfile.encoding=UTF-8",
        "-cp",
        jars.join(delimiter),
        "org.neo4j.server.CommunityEntryPoint",
        ...identity(home),
      ],
      // Own process group: Ctrl-C in the terminal reaches only Ecotone, which finishes open requests first.
      { cwd: home, detached: true, stdio: ["ignore", "pipe", "pipe"] },
    );
    this.#child = child;
    const take = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString("utf8")).slice(-32_768);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const ended = new Promise<never>((_, reject) => {
      child.on("error", reject);
      child.on("close", () => reject(new LocalNeo4jProblem(reasonOfExit(this.#output, home))));
    });
    ended.catch(() => {}); // after the start, an exit is handled by #restart
    await Promise.race([this.#answers(), ended]);
    child.on("close", () => void this.#restart());
  }

  /** Resolves when a query is answered. The port opens only when the database is available, so it is probed first. */
  async #answers(): Promise<void> {
    const driver = neo4j.driver(this.uri, neo4j.auth.basic(this.username, this.password), {
      connectionTimeout: 2_000,
      connectionAcquisitionTimeout: 3_000,
      maxTransactionRetryTime: 0,
      telemetryDisabled: true,
    });
    const end = Date.now() + START_LIMIT;
    const child = this.#child;
    try {
      for (;;) {
        try {
          if (child?.exitCode !== null) return; // `ended` has the reason
          await driver.executeQuery("RETURN 1", {}, { database: this.database });
          return;
        } catch (error) {
          const code = (error as { code?: string }).code ?? "";
          if (/Unauthorized|AuthenticationRateLimit/.test(code)) {
            throw new LocalNeo4jProblem(
              `Ecotone's own Neo4j refuses the password stored in ${join(this.#parts.home, "password")}: restore the right password, or move the data folder away to start with an empty database.`,
            );
          }
          if (Date.now() > end) {
            throw new LocalNeo4jProblem(
              `Neo4j did not answer within ${START_LIMIT / 1000} seconds: see its log in ${join(this.#parts.home, "logs")}.`,
            );
          }
        }
        await pause(100);
      }
    } finally {
      await driver.close();
    }
  }

  /** Restart after a crash, on the same port, so that the driver reconnects. */
  async #restart(): Promise<void> {
    const { onProgress, home } = this.#parts;
    const report = (text: string) => {
      this.#trouble = text;
      onProgress(text);
    };
    while (!this.#stopping) {
      const now = Date.now();
      while (this.#restarts[0] !== undefined && now - this.#restarts[0] > 600_000) this.#restarts.shift();
      if (this.#restarts.length >= RESTARTS) {
        return report(
          `Neo4j has stopped ${RESTARTS + 1} times within ten minutes and is not restarted: see its log in ${join(home, "logs")}, fix the problem and restart Ecotone.`,
        );
      }
      this.#restarts.push(now);
      report("Neo4j stopped unexpectedly and is being restarted.");
      try {
        await this.#launch();
        this.#trouble = null;
        onProgress("Neo4j is running again.");
        return;
      } catch (error) {
        onProgress(error instanceof Error ? error.message : String(error));
        const child = this.#child;
        if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null)
          await endProcess(child.pid);
        await pause(1_000);
      }
    }
  }

  async #end(): Promise<void> {
    process.off("exit", this.#lastResort);
    const child = this.#child;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      if (this.#classData?.writes)
        this.#parts.onProgress("Saving Neo4j's class data for faster starts (a few seconds, once)");
      await endProcess(child.pid, STOP_LIMIT);
    }
    if (child?.pid !== undefined) await this.#classData?.keep();
    this.#release();
  }
}

/** Arguments that identify a process as the Neo4j of this home folder. */
function identity(home: string): string[] {
  return [`--home-dir=${home}`, `--config-dir=${join(home, "conf")}`];
}

/** Neo4j uses reflection on these packages of Java's base module. */
const OPENED = ["java.nio", "java.io", "sun.nio.ch"].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

/**
 * Stops orphans: a Neo4j on our store while no Ecotone owns it was left over from a crash or started manually. Its port
 * and settings cannot be trusted, and two never work on one store. It is identified by our home folder in its command
 * line, or by the lock that it holds on the store, never by name.
 */
async function endOrphans(home: string, onProgress: (text: string) => void): Promise<void> {
  const named = processesWith(["org.neo4j.server.CommunityEntryPoint", `--home-dir=${home}`]);
  for (const pid of new Set([...named, ...holdersOf(join(home, "data", "databases", "store_lock"))])) {
    onProgress(`Stopping another Neo4j on this store, left over from a crash or started manually (process ${pid})`);
    await endProcess(pid, STOP_LIMIT);
  }
}

/** Password of the store; a new store's is set before its first start, the only time when it can be set. */
async function preparePassword(
  home: string,
  java: Java,
  jars: string[],
  onProgress: (text: string) => void,
): Promise<string> {
  const file = join(home, "password");
  const kept = await readPassword(file);
  const store = join(home, "data", "databases", "system");
  const initialised = existsSync(store) && (await readdir(store)).length > 0;
  if (kept !== null && (initialised || existsSync(join(home, "data", "dbms", "auth.ini")))) return kept;
  if (initialised) {
    throw new LocalNeo4jProblem(
      `The data folder holds a Neo4j store but its password file is missing (${file}): restore the file, or move ${home} away to start with an empty database.`,
    );
  }
  onProgress("Preparing a new database");
  const password = kept ?? newPassword();
  await keepPassword(file, password);
  // Passed in a private file: command lines are visible to every user of the machine.
  const argsFile = join(home, `set-password-${process.pid}`);
  await mkdir(join(home, "conf"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), "");
  const words = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", ...OPENED, "-cp", jars.join(delimiter)];
  words.push("org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", password);
  try {
    const quoted = words.map((word) => `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
    await writeFile(argsFile, quoted.join("\n"), { mode: 0o600 });
    const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
    const outcome = await run(java.command, [`@${argsFile}`], { env });
    if (outcome?.code !== 0) {
      const output = outcome?.output.replaceAll(password, "…").trim().split("\n").at(-1) ?? "Java could not be started";
      throw new LocalNeo4jProblem(`Neo4j's password could not be set in ${home} (${output}), ${OR_USE_A_SERVER}.`);
    }
  } finally {
    await rm(argsFile, { force: true });
  }
  return password;
}

/** Error message for a Neo4j that stopped by itself, from its last output. */
function reasonOfExit(output: string, home: string): string {
  if (/lock file has been locked|FileLockException|StoreLock/i.test(output)) {
    return `Another Neo4j is using the store in ${home}: stop it, or set ECOTONE_DATA to another folder.`;
  }
  if (/No space left on device/i.test(output)) {
    return `Neo4j could not start because the disk is full: free at least 1 GB on the disk of ${home} and start again.`;
  }
  if (/Address already in use|already in use/i.test(output)) {
    return "Another program took Neo4j's port during the start: start Ecotone again.";
  }
  const complaint = output
    .split("\n")
    .filter((line) => /ERROR|Error|Exception|Caused by/.test(line))
    .at(-1);
  return `Neo4j stopped while starting (${complaint?.trim().slice(0, 300) ?? "no reason given"}): see its log in ${join(home, "logs")}.`;
}

/** A loopback port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === "object" ? resolvePort(address.port) : reject(new Error("no port")),
      );
    });
  });
}
