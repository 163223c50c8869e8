import { listEcosystems, readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { withDatabase } from "./with-database.ts";

// npm run export -- KEY: prints the ecosystem's document, the format that an import takes.
const [key] = process.argv.slice(2);
try {
  await withDatabase(async (db) => {
    const found = key ? await readDocument(db, key) : null;
    if (!found) {
      const keys = (await listEcosystems(db)).map((ecosystem) => ecosystem.key).join(", ");
      throw new Error(
        `${key ? `There is no ecosystem "${key}".` : "Which ecosystem?"} There are: ${keys || "none yet"}.`,
      );
    }
    console.log(JSON.stringify(found.document, null, 2));
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
