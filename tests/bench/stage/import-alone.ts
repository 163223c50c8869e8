import { readFileSync } from "node:fs";
import { importEcosystem } from "../../../api/changes/imports/import.ts";
import { openDatabase } from "../../../cypher/database.ts";
import { documentOf } from "../ecosystems.ts";
import type { ImportJob } from "./import-apart.ts";
import type { Stage } from "./stage.ts";

const requestOf = (job: ImportJob) =>
  "csv" in job
    ? { format: "CSV" as const, content: "", bytes: readFileSync(job.csv), ecosystem: job.key, name: "table.csv" }
    : { format: "ECOSYSTEM" as const, content: JSON.stringify(documentOf(job.records, job.key)) };

// A process of its own that does one import and tells the peak of its memory.
process.once("message", async ({ connection, job }: { connection: Stage["connection"]; job: ImportJob }) => {
  const db = openDatabase(connection);
  const { errors } = await importEcosystem(db, { ...requestOf(job), who: "Bench" });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  await db.close();
  // Kilobytes on every system that Node runs on.
  process.send?.(process.resourceUsage().maxRSS / 1024, () => process.disconnect());
});
