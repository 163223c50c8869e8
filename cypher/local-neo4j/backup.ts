import { constants, existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { freeBytes, leastFreeToSignIn } from "../free-space.ts";
import { LocalNeo4jProblem } from "./problem.ts";

/** Backups that are kept, the newest ones. */
const maxBackups = 3;

interface Store {
  dataFolder: string;
  /** Folder of Neo4j in the data folder. */
  home: string;
  onProgress: (text: string) => void;
  /** Free bytes for a backup; those of the data folder's disk when absent. */
  free?: () => Promise<number>;
}

const migrationsFile = (home: string) => join(home, "migrations.json");

/** Records which migrations the store has had, for the next start. */
export async function keepMigrations(home: string, names: readonly string[]): Promise<void> {
  await writeFile(migrationsFile(home), JSON.stringify(names));
}

/** Migrations that the store is known to have had; none when an earlier version has not recorded them. */
async function knownMigrations(home: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(z.array(z.string()).parse(JSON.parse(await readFile(migrationsFile(home), "utf8"))));
  } catch {
    return new Set(); // not recorded, or half-written by a crash: a backup too many does no harm
  }
}

/** Whether the store is known to have had these migrations and no others: nothing is left to be done to it. */
export async function isUpToDate(migrations: readonly string[], home: string): Promise<boolean> {
  const known = await knownMigrations(home);
  return hasStore(home) && known.size === migrations.length && migrations.every((name) => known.has(name));
}

const hasStore = (home: string): boolean => existsSync(join(home, "data", "databases", "neo4j"));

/**
 * Backup before a migration: copies the store while no Neo4j runs on it, since Neo4j Community can copy only a store at
 * rest, and there is no way back from a migrated graph. The copy gets its name only when complete.
 * @returns the folder of the backup; null where there is no store, or it has had all of these migrations
 */
export async function backUpBefore(migrations: readonly string[], store: Store): Promise<string | null> {
  const { dataFolder, home, onProgress } = store;
  const data = join(home, "data");
  if (!hasStore(home)) return null;
  const known = await knownMigrations(home);
  if (migrations.every((name) => known.has(name))) return null;

  const backups = join(dataFolder, "backups");
  await mkdir(backups, { recursive: true, mode: 0o700 });
  const bytes = await sizeOf(data);
  const free = await (store.free ?? (() => freeBytes(backups)))();
  if (free < bytes + leastFreeToSignIn)
    throw new LocalNeo4jProblem(
      `This version changes how the database is stored and backs it up first, for which ${megabytes(bytes + leastFreeToSignIn)} must be free (${megabytes(free)} are): free some space on the disk of ${dataFolder} and start again. Nothing has been changed.`,
    );
  onProgress(`Backing up the database before it is brought up to date (${megabytes(bytes)})`);
  const folder = join(backups, new Date().toISOString().replaceAll(":", "-"));
  const partial = `${folder}.partial`;
  try {
    await mkdir(join(partial, "neo4j"), { recursive: true, mode: 0o700 });
    await copy(data, join(partial, "neo4j", "data"));
    await copy(join(home, "password"), join(partial, "neo4j", "password"));
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw new LocalNeo4jProblem(
      `The database could not be backed up before it is brought up to date (${(error as Error).message}). Nothing has been changed.`,
      { cause: error },
    );
  }
  await removeOld(backups);
  return folder;
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6).toLocaleString("en")} MB`;

/** A copy that shares the blocks of the file where the file system can. */
const copy = (from: string, to: string) =>
  cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE, preserveTimestamps: true });

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => stat(file)))).reduce((sum, { size }) => sum + size, 0);
}

/** Removes what was not completed and all backups but the newest; names are dates, so that they sort by age. */
async function removeOld(backups: string): Promise<void> {
  const names = (await readdir(backups)).filter((name) => /^\d{4}-\d\d-\d\dT/.test(name)).sort();
  const whole = names.filter((name) => !name.endsWith(".partial"));
  for (const name of names)
    if (!whole.slice(-maxBackups).includes(name)) await rm(join(backups, name), { recursive: true, force: true });
}
