import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import { addPlainRelationships } from "./add-plain-relationships.ts";
import { migrationNames, migrationsFolder, type migrationsInCode } from "./names.ts";

const readMigrations = defineQuery<object, { name: string }>(
  import.meta.url,
  "read-migrations.cypher",
  [],
  z.object({ name: z.string() }),
);
const recordMigration = defineQuery<{ name: string; at: string }, object>(
  import.meta.url,
  "record-migration.cypher",
  ["name", "at"],
  z.object({}),
);

/** The database was written by a later version of Ecotone: nothing of it is touched. */
class NewerDatabase extends Error {
  override readonly name = "ServerProblem";
}

/** One migration failed: those before it have been applied, and a later start begins with it. */
class MigrationFailed extends Error {
  override readonly name = "ServerProblem";
}

/** Data migrations that need the record descriptions. */
const inCode: Readonly<Record<(typeof migrationsInCode)[number], (db: Database) => Promise<void>>> = {
  "008-plain-relationships": addPlainRelationships,
};
const isInCode = (name: string): name is keyof typeof inCode => name in inCode;

/**
 * Migrations that this database has not had, in their order.
 * @throws NewerDatabase when it has had others
 */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const names = migrationNames();
  const done = new Set((await db.read(readMigrations, {})).map((row) => row.name));
  const unknown = [...done].filter((name) => !names.includes(name)).sort();
  if (unknown.length > 0)
    throw new NewerDatabase(
      `This database was made by a later version of Ecotone (it has ${unknown.join(", ")}): use that version or a later one. Nothing has been changed.`,
    );
  return names.filter((name) => !done.has(name));
}

/** Applies each migration once and in order. All are idempotent, and several processes may apply one at once. */
export async function migrate(db: Database): Promise<void> {
  for (const name of await pendingMigrations(db)) {
    await apply(db, name);
    await db.write(recordMigration, { name, at: new Date().toISOString() });
  }
}

/** Applies one migration, again where another process in the middle of the same has taken away what this one waits for. */
async function apply(db: Database, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await (isInCode(name) ? inCode[name](db) : applyFile(db, `${migrationsFolder}/${name}`));
    } catch (error) {
      if (!isTakenAway(error) || attempt === maxAttempts)
        throw new MigrationFailed(
          `The database could not be brought up to date: ${name} failed (${(error as Error).message}). The next start tries it again.`,
          { cause: error },
        );
      await pause(attempt * 500 * (0.5 + Math.random()));
      if (!(await pendingMigrations(db)).includes(name)) return;
    }
  }
}

const maxAttempts = 5;
const isTakenAway = (error: unknown): boolean =>
  (error as { code?: string }).code === "Neo.ClientError.Schema.IndexNotFound";

async function applyFile(db: Database, path: string): Promise<void> {
  const statements = readFileSync(path, "utf8").split(";");
  await db.schema(statements.map((text) => text.trim()).filter(Boolean));
}
