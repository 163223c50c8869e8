import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { backUpBefore, isUpToDate } from "./backup.ts";
import { DEFAULT_HEAP_MEGABYTES, neo4jConf } from "./configuration.ts";
import { findJava } from "./java.ts";
import { fetchLibraries } from "./libraries.ts";
import { takeOwnership } from "./owner.ts";
import { preparePassword } from "./password.ts";
import { endProcess, holdersOf, processesWith } from "./processes.ts";
import { type LocalNeo4j, Server, STOP_LIMIT } from "./server.ts";

export type { LocalNeo4j } from "./server.ts";

export interface LocalNeo4jOptions {
  /** Holds the store, the password and the logs, under neo4j/. One Ecotone at a time. */
  dataFolder: string;
  /** Holds the jars and the class-data archive; neo4j/ in the data folder when absent. May be shared. */
  cacheFolder?: string;
  /** Maximum Java heap in megabytes, 1024 when absent. */
  heapMegabytes?: number;
  /**
   * Names of the migrations that this version applies. Where the store may lack some of them, it is backed up before
   * Neo4j starts. Never when absent.
   */
  migrations?: readonly string[];
  /** Aborted when the caller no longer needs the server that is being started. */
  signal?: AbortSignal;
  /** Progress for the user, also when Neo4j has crashed and is restarted. */
  onProgress: (text: string) => void;
}

/** Starts the app's own Neo4j on a free loopback port and resolves when it answers a query. */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const { migrations = [], onProgress } = options;
  const dataFolder = resolve(options.dataFolder);
  const home = join(dataFolder, "neo4j");
  const cacheFolder = resolve(options.cacheFolder ?? home);
  const heapMegabytes = options.heapMegabytes ?? DEFAULT_HEAP_MEGABYTES;

  const java = await findJava();
  // The store is private, whatever permissions this account gives new folders.
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chmod(home, 0o700);
  const release = takeOwnership(join(home, "owner.json"), dataFolder);
  try {
    await endOrphans(home, onProgress);
    const jars = await fetchLibraries(cacheFolder, onProgress, options.signal);
    const password = await preparePassword(home, java, jars, onProgress);
    const backup = await backUpBefore(migrations, { dataFolder, home, onProgress });
    const wasUpToDate = await isUpToDate(migrations, home);
    options.signal?.throwIfAborted();
    const boltPort = await freePort();
    await mkdir(join(home, "conf"), { recursive: true });
    await mkdir(join(home, "import"), { recursive: true });
    await writeFile(join(home, "conf", "neo4j.conf"), neo4jConf({ boltPort, heapMegabytes }));
    const store = { home, cacheFolder, password, migrations, backup, wasUpToDate };
    const server = new Server({ ...store, heapMegabytes, java, jars, boltPort, onProgress }, release);
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
