import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Database, DatabaseUnavailable, openDatabase } from "../../cypher/database.ts";
import { freeBytes } from "../../cypher/free-space.ts";
import { startLocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import { type Config, parseConfig } from "../config.ts";

/**
 * Runs a command on the database that the app uses: the server that NEO4J_URI names, else the app's own Neo4j — the one
 * that a running app holds, or one started for this command alone. Progress goes to stderr.
 */
export async function withDatabase<Answer>(
  run: (db: Database, config: Config) => Promise<Answer>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Answer> {
  const config = parseConfig(environment);
  const free = config.neo4j ? undefined : () => freeBytes(config.dataFolder);
  const running = config.neo4j ?? (await ownRunningNeo4j(config.dataFolder));
  if (running) {
    const db = openDatabase(running, free);
    try {
      await db.verify();
      return await run(db, config);
    } catch (error) {
      // The settings of our own Neo4j outlive it: nobody there means that it does not run.
      if (config.neo4j || !(error instanceof DatabaseUnavailable)) throw error;
    } finally {
      await db.close();
    }
  }
  const local = await startLocalNeo4j({
    dataFolder: config.dataFolder,
    heapMegabytes: config.heapMegabytes,
    onProgress: (text) => console.error(text),
  });
  try {
    const db = openDatabase(local, free);
    try {
      await migrate(db);
      return await run(db, config);
    } finally {
      await db.close();
    }
  } finally {
    await local.stop();
  }
}

type Connection = { uri: string; username: string; password: string; database: string };

// What a running app's Neo4j was started with: its port in neo4j.conf, its password beside it (mode 0600).
async function ownRunningNeo4j(dataFolder: string): Promise<Connection | null> {
  const home = join(dataFolder, "neo4j");
  try {
    const conf = await readFile(join(home, "conf", "neo4j.conf"), "utf8");
    const password = (await readFile(join(home, "password"), "utf8")).trim();
    const address = /^server\.bolt\.listen_address=(\S+)$/m.exec(conf)?.[1];
    return address && password ? { uri: `bolt://${address}`, username: "neo4j", password, database: "neo4j" } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
