import { importEcosystem } from "../../../api/changes/imports/import.ts";
import { openDatabase } from "../../../cypher/database.ts";
import { documentOf } from "../ecosystems.ts";
import type { Stage } from "./stage.ts";

// A process of its own that imports one document and tells the peak of its memory.
process.once("message", async (asked: { connection: Stage["connection"]; key: string; records: number }) => {
  const db = openDatabase(asked.connection);
  const content = JSON.stringify(documentOf(asked.records, asked.key));
  const { errors } = await importEcosystem(db, { format: "ECOSYSTEM", content, who: "Bench" });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  await db.close();
  // Kilobytes on every system that Node runs on.
  process.send?.(process.resourceUsage().maxRSS / 1024, () => process.disconnect());
});
