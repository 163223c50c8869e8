import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const migrationsFolder = fileURLToPath(new URL(".", import.meta.url));

/** Migrations that are code (migrate.ts), ordered together with the files. */
export const migrationsInCode = ["008-plain-relationships"] as const;

/** Names of all migrations in the order in which they are applied. */
export function migrationNames(): string[] {
  const files = readdirSync(migrationsFolder).filter((name) => /^\d{3}-.*\.cypher$/.test(name));
  return [...files, ...migrationsInCode].sort();
}
