import { listEcosystems, readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { withDatabase } from "./with-database.ts";

// npm run export -- KEY: prints the ecosystem document, in the format of the import.
const [key] = process.argv.slice(2);
try {
  await withDatabase(async (db) => {
    const found = key ? await readDocument(db, key) : null;
    if (!found) {
      const keys = (await listEcosystems(db)).map((ecosystem) => ecosystem.key).join(", ");
      throw new Error(
        `${key ? `Ecosystem "${key}" not found.` : "Usage: npm run export -- KEY."} Available: ${keys || "none yet"}.`,
      );
    }
    console.log(JSON.stringify(found.document, null, 2));
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
