import { userInfo } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { formatOfFile } from "../changes/imports/formats/formats.ts";
import { importEcosystem } from "../changes/imports/import.ts";
import { readText } from "./read-text.ts";
import { withDatabase } from "./with-database.ts";

// npm run import -- FILE [--ecosystem KEY] [--replace] [--dry-run]: the API's import on the command line.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ecosystem: { type: "string" }, replace: { type: "boolean" }, "dry-run": { type: "boolean" } },
});
const [path] = positionals;

async function run(file: string): Promise<void> {
  const content = await readText(file);
  const outcome = await withDatabase((db) =>
    importEcosystem(db, {
      format: formatOfFile(file),
      content,
      ecosystem: values.ecosystem,
      replace: values.replace,
      dryRun: values["dry-run"],
      who: userInfo().username,
      why: `Imported from ${basename(file)}`,
    }),
  );
  for (const { path: place, message } of outcome.warnings) console.error(`Warning: ${place || file}: ${message}`);
  if (outcome.errors.length > 0) {
    for (const { path: place, message } of outcome.errors) console.error(`${place || file}: ${message}`);
    throw new Error("Nothing was imported.");
  }
  const { created, updated, unchanged, removed } = outcome;
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`;
  console.log(values["dry-run"] ? `Dry run, nothing was stored: ${counts}.` : `${counts}.`);
}

if (!path) {
  console.error("Usage: npm run import -- FILE [--ecosystem KEY] [--replace] [--dry-run]");
  process.exitCode = 1;
} else {
  await run(path).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
