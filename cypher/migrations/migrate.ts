import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";

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

/** Applies each numbered file of this folder once, in order. Every statement is idempotent. */
export async function migrate(db: Database): Promise<void> {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => /^\d{3}-.*\.cypher$/.test(name))
    .sort();
  const done = new Set((await db.read(readMigrations, {})).map((row) => row.name));
  const unknown = [...done].filter((name) => !names.includes(name)).sort();
  if (unknown.length > 0)
    throw new NewerDatabase(
      `This database was made by a later version of Ecotone (it has ${unknown.join(", ")}): use that version or a later one. Nothing has been changed.`,
    );
  for (const name of names) {
    if (done.has(name)) continue;
    const statements = readFileSync(`${folder}/${name}`, "utf8").split(";");
    await db.schema(statements.map((text) => text.trim()).filter(Boolean));
    await db.write(recordMigration, { name, at: new Date().toISOString() });
  }
}
