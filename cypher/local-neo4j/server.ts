import { type ChildProcess, spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import neo4j from "neo4j-driver";
import { isPanic } from "../panic.ts";
import { keepMigrations } from "./backup.ts";
import { type ClassData, classData } from "./class-data.ts";
import { type Java, OPENED } from "./java.ts";
import { LocalNeo4jProblem } from "./problem.ts";
import { endProcess } from "./processes.ts";
import { waitForRoom } from "./room.ts";

export interface LocalNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string;
  /** Process id of the running Neo4j. */
  pid(): number | undefined;
  /** One sentence while Neo4j is down unexpectedly: it is being restarted, or restarting was given up. */
  trouble(): string | null;
  /** Folder of the backup that was made before this start; null when none was needed. */
  backup: string | null;
  /** Whether the store had had all migrations before this start, and none that this version does not know. */
  wasUpToDate: boolean;
  /** The graph has had the migrations of this start: the next one with the same needs no backup. */
  keepMigrations(): Promise<void>;
  /** Stops Neo4j and waits until its files are closed. May be called more than once. */
  stop(): Promise<void>;
}

/** Time limit of a start in milliseconds: recovery after a crash on a slow disk included. */
const START_LIMIT = 180_000;
/** Time limit of a stop before Neo4j is killed, in milliseconds; writing the class-data archive included. */
export const STOP_LIMIT = 60_000;
/** Milliseconds between two looks at whether Neo4j has panicked, and before one that has is killed. */
const LOOK_EVERY = 5_000;
const PANICKED_STOP_LIMIT = 10_000;
/** Settings of a driver that only asks whether Neo4j answers. */
const QUICK = {
  connectionTimeout: 2_000,
  connectionAcquisitionTimeout: 3_000,
  maxTransactionRetryTime: 0,
  telemetryDisabled: true,
};
/** Restart limit: a Neo4j that crashes more often than this within ten minutes is not restarted. */
const RESTARTS = 5;

interface Parts {
  home: string;
  cacheFolder: string;
  heapMegabytes: number;
  java: Java;
  jars: string[];
  password: string;
  boltPort: number;
  /** Migrations that this version applies. */
  migrations: readonly string[];
  backup: string | null;
  wasUpToDate: boolean;
  onProgress: (text: string) => void;
}

export class Server implements LocalNeo4j {
  readonly uri: string;
  readonly username = "neo4j";
  readonly password: string;
  readonly database = "neo4j";
  readonly backup: string | null;
  readonly wasUpToDate: boolean;
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
    this.backup = parts.backup;
    this.wasUpToDate = parts.wasUpToDate;
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

  keepMigrations(): Promise<void> {
    return keepMigrations(this.#parts.home, this.#parts.migrations);
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
    void this.#watch(child);
  }

  /** Ends a Neo4j that has panicked, which answers nothing any more, once there is room: #restart follows. */
  async #watch(child: ChildProcess): Promise<void> {
    const { home, onProgress } = this.#parts;
    const isOver = () => this.#stopping !== undefined || child.exitCode !== null || child.signalCode !== null;
    const driver = neo4j.driver(this.uri, neo4j.auth.basic(this.username, this.password), {
      ...QUICK,
      maxConnectionPoolSize: 1,
    });
    try {
      while (!isOver()) {
        const error = await driver.executeQuery("RETURN 1", {}, { database: this.database }).catch((error) => error);
        if (isPanic(error)) break;
        await pause(LOOK_EVERY, undefined, { ref: false });
      }
    } finally {
      await driver.close();
    }
    if (isOver()) return;
    this.#trouble = `Neo4j could not write its files (is the disk full?) and is restarted when at least 100 MB are free on the disk of ${home}.`;
    onProgress(this.#trouble);
    await waitForRoom(home, isOver);
    if (!isOver()) await endProcess(child.pid!, PANICKED_STOP_LIMIT);
  }

  /** Resolves when a query is answered. The port opens only when the database is available, so it is probed first. */
  async #answers(): Promise<void> {
    const driver = neo4j.driver(this.uri, neo4j.auth.basic(this.username, this.password), QUICK);
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
      // On a full disk every start fails, and would use up the limit.
      await waitForRoom(home, () => this.#stopping !== undefined);
      if (this.#stopping) return;
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
