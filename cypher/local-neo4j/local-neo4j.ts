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
  /** Largest Java heap in megabytes, 1024 when absent. */
  heapMegabytes?: number;
  /** Aborted when the caller no longer wants the server that is being started. */
  signal?: AbortSignal;
  /** Told what is going on, in words for a person; also when Neo4j fell over and is started again. */
  onProgress: (text: string) => void;
}

export interface LocalNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string;
  /** Process id of the Neo4j that runs now. */
  pid(): number | undefined;
  /** One sentence while Neo4j is down though nobody stopped it: it is being started again, or that was given up. */
  trouble(): string | null;
  /** Stops Neo4j and waits until its files are closed. May be called more than once. */
  stop(): Promise<void>;
}

/** How long Neo4j may take until it answers, in milliseconds: recovery after a crash on a slow disk included. */
const START_LIMIT = 180_000;
/** How long a stop may take before Neo4j is killed, in milliseconds; writing the class-data archive included. */
const STOP_LIMIT = 60_000;
/** A Neo4j that falls over more often than this within ten minutes is not started again. */
const RESTARTS = 5;

/** Starts the app's own Neo4j on a free loopback port and resolves when it answers a query. */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const { onProgress } = options;
  const dataFolder = resolve(options.dataFolder);
  const home = join(dataFolder, "neo4j");
  const cacheFolder = resolve(options.cacheFolder ?? home);
  const heapMegabytes = options.heapMegabytes ?? DEFAULT_HEAP_MEGABYTES;

  const java = await findJava();
  const giveBack = takeOwnership(join(home, "owner.json"), dataFolder);
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
    const server = new Server(parts, giveBack);
    const giveUp = () => void server.stop();
    options.signal?.addEventListener("abort", giveUp, { once: true });
    await server.start();
    options.signal?.removeEventListener("abort", giveUp);
    options.signal?.throwIfAborted();
    return server;
  } catch (error) {
    giveBack();
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
  readonly #giveBack: () => void;
  readonly #restarts: number[] = [];
  #child: ChildProcess | undefined;
  #trouble: string | null = null;
  #classData: ClassData | undefined;
  #output = "";
  #stopping: Promise<void> | undefined;
  /** If the app leaves without having stopped Neo4j, Neo4j is at least asked to end itself. */
  readonly #lastResort = () => this.#child?.kill("SIGTERM");

  constructor(parts: Parts, giveBack: () => void) {
    this.#parts = parts;
    this.#giveBack = giveBack;
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
        // Serial collection needs the least memory beside the heap; one person's map is no reason for more threads.
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
      // A group of its own: Ctrl-C in the terminal reaches Ecotone first, which lets open requests finish.
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
      child.on("close", () => reject(new LocalNeo4jProblem(whyItEnded(this.#output, home))));
    });
    ended.catch(() => {}); // after the start, an end is seen by #restart
    await Promise.race([this.#answers(), ended]);
    child.on("close", () => void this.#restart());
  }

  /** Resolves when a query is answered. The port opens only when the database is up, so asking it first is cheap. */
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
          if (child?.exitCode !== null) return; // `ended` says why
          await driver.executeQuery("RETURN 1", {}, { database: this.database });
          return;
        } catch (error) {
          const code = (error as { code?: string }).code ?? "";
          if (/Unauthorized|AuthenticationRateLimit/.test(code)) {
            throw new LocalNeo4jProblem(
              `Ecotone's own Neo4j refuses the password kept in ${join(this.#parts.home, "password")}: put the right one back, or move the data folder away to begin anew.`,
            );
          }
          if (Date.now() > end) {
            throw new LocalNeo4jProblem(
              `Neo4j did not answer within ${START_LIMIT / 1000} seconds; its log is in ${join(this.#parts.home, "logs")}.`,
            );
          }
        }
        await pause(100);
      }
    } finally {
      await driver.close();
    }
  }

  /** Neo4j ended though nobody asked it to: start it again on the same port, so that the driver finds it again. */
  async #restart(): Promise<void> {
    const { onProgress, home } = this.#parts;
    const say = (text: string) => {
      this.#trouble = text;
      onProgress(text);
    };
    while (!this.#stopping) {
      const now = Date.now();
      while (this.#restarts[0] !== undefined && now - this.#restarts[0] > 600_000) this.#restarts.shift();
      if (this.#restarts.length >= RESTARTS) {
        return say(
          `Neo4j has ended ${RESTARTS + 1} times within ten minutes and is not started again: see its log in ${join(home, "logs")}, mend what it says and start Ecotone again.`,
        );
      }
      this.#restarts.push(now);
      say("Neo4j ended unexpectedly; it is being started again.");
      try {
        await this.#launch();
        this.#trouble = null;
        onProgress("Neo4j answers again.");
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
        this.#parts.onProgress("Keeping Neo4j's class data for quicker starts (some seconds, once)");
      await endProcess(child.pid, STOP_LIMIT);
    }
    if (child?.pid !== undefined) await this.#classData?.keep();
    this.#giveBack();
  }
}

/** Arguments that mark a process as the Neo4j of this home folder, for whoever looks later. */
function identity(home: string): string[] {
  return [`--home-dir=${home}`, `--config-dir=${join(home, "conf")}`];
}

/** Neo4j reaches into these packages of Java's base module. */
const OPENED = ["java.nio", "java.io", "sun.nio.ch"].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

/**
 * A Neo4j on our store while no Ecotone owns it was left behind by a crash, or started by hand: it is ended, because
 * its port and its settings cannot be trusted, and two never work on one store. It is known by its command line naming
 * our home folder, or by the lock that it holds on the store, never by name.
 */
async function endOrphans(home: string, onProgress: (text: string) => void): Promise<void> {
  const named = processesWith(["org.neo4j.server.CommunityEntryPoint", `--home-dir=${home}`]);
  for (const pid of new Set([...named, ...holdersOf(join(home, "data", "databases", "store_lock"))])) {
    onProgress(`Ending a Neo4j that was left behind on this store, or started by hand (process ${pid})`);
    await endProcess(pid, STOP_LIMIT);
  }
}

/** The password of the store; a new store is given one before its first start, which is the only time it can be set. */
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
      `The data folder holds a Neo4j store but its password is missing (${file}): put the file back, or move ${home} away to begin anew.`,
    );
  }
  onProgress("Preparing a new database");
  const password = kept ?? newPassword();
  await keepPassword(file, password);
  // Handed over in a private file: a command line can be read by every user of the machine.
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
      const said = outcome?.output.replaceAll(password, "…").trim().split("\n").at(-1) ?? "Java could not be started";
      throw new LocalNeo4jProblem(`Neo4j's password could not be set in ${home} (${said}), ${OR_USE_A_SERVER}.`);
    }
  } finally {
    await rm(argsFile, { force: true });
  }
  return password;
}

/** One sentence for a Neo4j that ended by itself, from what it said last. */
function whyItEnded(output: string, home: string): string {
  if (/lock file has been locked|FileLockException|StoreLock/i.test(output)) {
    return `Another Neo4j holds the store in ${home}: stop it, or give Ecotone another folder with ECOTONE_DATA.`;
  }
  if (/No space left on device/i.test(output)) {
    return `Neo4j could not start because the disk is full: free at least 1 GB where ${home} lies, and start again.`;
  }
  if (/Address already in use|already in use/i.test(output)) {
    return "Neo4j's port was taken by another program in the moment of the start: start again.";
  }
  const complaint = output
    .split("\n")
    .filter((line) => /ERROR|Error|Exception|Caused by/.test(line))
    .at(-1);
  return `Neo4j ended while starting (${complaint?.trim().slice(0, 300) ?? "it gave no reason"}); its log is in ${join(home, "logs")}.`;
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
