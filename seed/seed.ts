import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { importEcosystem } from "../api/changes/imports/import.ts";
import type { Database } from "../cypher/database.ts";
import { hasEcosystem } from "../cypher/ecosystems/ecosystems.ts";

const seedFolder = fileURLToPath(new URL(".", import.meta.url));

/**
 * Seeds an empty database with the documents of this folder, by the same import that a person uses, so that their
 * change log starts with an entry too. Does nothing when any ecosystem exists, so that examples are never mixed with a
 * person's facts.
 */
export async function loadSeed(db: Database): Promise<void> {
  if (await hasEcosystem(db)) return;
  const names = (await readdir(seedFolder)).filter((name) => name.endsWith(".json")).sort();
  for (const name of names) {
    const content = await readFile(`${seedFolder}/${name}`, "utf8");
    const { errors } = await importEcosystem(db, {
      format: "ECOSYSTEM",
      content,
      // Idempotency key for two concurrent starts on one new database: the second gets the first's answer and changes
      // nothing.
      idempotencyKey: `seed-${name}`,
      who: "Seed",
      why: "Loaded as the example of a new database",
    });
    if (errors.length > 0) {
      const list = errors.map(({ path, message }) => `${path}: ${message}`).join("\n");
      throw new Error(`The seed ${name} could not be loaded:\n${list}`);
    }
  }
}
