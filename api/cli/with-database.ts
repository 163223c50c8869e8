import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkServer } from "../../cypher/check-server.ts";
import { type Database, DatabaseUnavailable, openDatabase } from "../../cypher/database.ts";
import { freeBytes } from "../../cypher/free-space.ts";
import { type LocalNeo4j, startLocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { migrate, pendingMigrations } from "../../cypher/migrations/migrate.ts";
import { migrationNames } from "../../cypher/migrations/names.ts";
import { type Config, parseConfig } from "../server/config.ts";

/** What a driver needs to open the database. */
type Connection = NonNullable<Config["neo4j"]>;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command on the app's database: the server that NEO4J_URI names, else the app's own Neo4j, either that of a
 * running app or one started for this command alone, which a signal stops too. Progress goes to stderr.
 * @throws ServerProblem when the server of NEO4J_URI cannot be used
 */
export async function withDatabase<Answer>(
  run: (db: Database, config: Config, connection: Connection) => Promise<Answer>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Answer> {
  const config = parseConfig(environment);
  const free = config.neo4j ? undefined : () => freeBytes(config.dataFolder);
  if (config.neo4j) await checkServer(config.neo4j);
  const running = config.neo4j ?? (await ownRunningNeo4j(config.dataFolder));
  if (running) {
    const db = openDatabase(running, free);
    try {
      await db.verify();
      if (config.neo4j) await migrate(db);
      else await refuseEarlier(db);
      return await run(db, config, running);
    } catch (error) {
      // The configuration of our own Neo4j remains after it stops: unreachable means that it is not running.
      if (config.neo4j || !(error instanceof DatabaseUnavailable)) throw error;
    } finally {
      await db.close();
    }
  }
  return withOwnNeo4j(config, async (local) => {
    const db = openDatabase(local, free);
    try {
      await migrate(db);
      await local.keepMigrations();
      return await run(db, config, local);
    } finally {
      await db.close();
    }
  });
}

/** The app that runs has brought its graph up to date: one of an earlier version cannot be backed up while it runs. */
async function refuseEarlier(db: Database): Promise<void> {
  if ((await pendingMigrations(db)).length > 0)
    throw new Error(
      "Ecotone is still starting, or an earlier version of it is running: try again when it is ready, or stop it and start this version.",
    );
}

// Signal handling: Neo4j has a process group of its own and would outlive a Ctrl-C that ends only this process.
async function withOwnNeo4j<Answer>(config: Config, work: (local: LocalNeo4j) => Promise<Answer>): Promise<Answer> {
  const asked = new AbortController();
  const interrupted = new Promise<never>((_, reject) => {
    asked.signal.addEventListener("abort", () => reject(asked.signal.reason));
  });
  interrupted.catch(() => undefined); // handled by the race below, once it has started
  const interrupt = (signal: NodeJS.Signals) => asked.abort(new Error(`Stopped by ${signal}.`));
  for (const signal of signals) process.on(signal, interrupt);
  let local: LocalNeo4j | undefined;
  try {
    local = await startLocalNeo4j({
      dataFolder: config.dataFolder,
      ...(config.cacheFolder !== undefined && { cacheFolder: config.cacheFolder }),
      heapMegabytes: config.heapMegabytes,
      migrations: migrationNames(),
      signal: asked.signal,
      onProgress: (text) => console.error(text),
    });
    return await Promise.race([work(local), interrupted]);
  } catch (error) {
    // The signal is the cause: without its database, the work fails with an error of its own.
    throw asked.signal.aborted ? asked.signal.reason : error;
  } finally {
    await local?.stop();
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** File with the password of the app's own Neo4j, which only this user may read. */
export const ownPasswordFile = (dataFolder: string): string => join(dataFolder, "neo4j", "password");

/**
 * Connection of a running app's own Neo4j: its port in neo4j.conf, its password beside it. The files remain after it has
 * stopped, so it may not answer.
 */
export async function ownRunningNeo4j(dataFolder: string): Promise<Connection | null> {
  const home = join(dataFolder, "neo4j");
  try {
    const conf = await readFile(join(home, "conf", "neo4j.conf"), "utf8");
    const password = (await readFile(ownPasswordFile(dataFolder), "utf8")).trim();
    const address = /^server\.bolt\.listen_address=(\S+)$/m.exec(conf)?.[1];
    return address && password ? { uri: `bolt://${address}`, username: "neo4j", password, database: "neo4j" } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
