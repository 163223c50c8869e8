import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import { addPlainRelationships } from "./add-plain-relationships.ts";

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

/** Data migrations that need the record descriptions, ordered together with the files. */
const inCode: Readonly<Record<string, (db: Database) => Promise<void>>> = {
  "008-plain-relationships": addPlainRelationships,
};

/** Applies each numbered file of this folder, and each migration in code, once and in order. All are idempotent. */
export async function migrate(db: Database): Promise<void> {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(folder).filter((name) => /^\d{3}-.*\.cypher$/.test(name));
  const names = [...files, ...Object.keys(inCode)].sort();
  const done = new Set((await db.read(readMigrations, {})).map((row) => row.name));
  for (const name of names) {
    if (done.has(name)) continue;
    await (inCode[name]?.(db) ?? applyFile(db, `${folder}/${name}`));
    await db.write(recordMigration, { name, at: new Date().toISOString() });
  }
}

async function applyFile(db: Database, path: string): Promise<void> {
  const statements = readFileSync(path, "utf8").split(";");
  await db.schema(statements.map((text) => text.trim()).filter(Boolean));
}
