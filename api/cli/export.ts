import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { listEcosystems, readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { workbookOf } from "../exports/workbook.ts";
import { withDatabase } from "./with-database.ts";

// npm run export -- KEY: prints the ecosystem document, in the format of the import, or writes a workbook.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { xlsx: { type: "string" } },
});
const [key] = positionals;
try {
  await withDatabase(async (db) => {
    const found = key ? await readDocument(db, key) : null;
    if (!found) {
      const keys = (await listEcosystems(db)).map((ecosystem) => ecosystem.key).join(", ");
      throw new Error(
        `${key ? `Ecosystem "${key}" not found.` : "Usage: npm run export -- KEY [--xlsx FILE]."} Available: ${keys || "none yet"}.`,
      );
    }
    if (values.xlsx === undefined) console.log(JSON.stringify(found.document, null, 2));
    else await writeFile(values.xlsx, await workbookOf(found.document));
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
