import { userInfo } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { valuesOf } from "../../cypher/model/enum-table.ts";
import { actorKinds } from "../../cypher/model/enums/actor-kind.ts";
import { formatOfFile } from "../changes/imports/formats/formats.ts";
import { type ImportOutcome, importEcosystem } from "../changes/imports/import.ts";
import type { CategoryChoice } from "../changes/imports/landscape/categories.ts";
import { readText } from "./read-text.ts";
import { withDatabase } from "./with-database.ts";

const usage = `Usage: npm run import -- FILE [options]

  --ecosystem KEY          the ecosystem to import into, where the file does not say
  --replace                remove everything that the file lacks
  --dry-run                store nothing and say what would change
Landscapes only:
  --replace-file           remove what an earlier import of this landscape said and this one does not
  --organisations "CATEGORY[=KIND]"   its items are organisations, of this kind (${valuesOf(actorKinds).join(", ")})
  --offerings "CATEGORY"   its items are offerings
  --list                   print each item and field that was made, matched, mended or left out`;

// npm run import: the API's import on the command line.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ecosystem: { type: "string" },
    replace: { type: "boolean" },
    "replace-file": { type: "boolean" },
    organisations: { type: "string", multiple: true },
    offerings: { type: "string", multiple: true },
    list: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
});
const [path] = positionals;

/** How categories are to be read, from the two options that say so. */
function chosenCategories(): CategoryChoice[] {
  const offerings = (values.offerings ?? []).map((category) => ({ category, holds: "OFFERINGS" as const }));
  const organisations = (values.organisations ?? []).map((text) => {
    const at = text.lastIndexOf("=");
    const kind = valuesOf(actorKinds).find((known) => at >= 0 && known === text.slice(at + 1).trim());
    if (at >= 0 && !kind)
      throw new Error(`--organisations "${text}": after = must be one of ${valuesOf(actorKinds).join(", ")}.`);
    return { category: at < 0 ? text : text.slice(0, at).trim(), holds: "ORGANISATIONS" as const, kind };
  });
  return [...offerings, ...organisations];
}

const parts = { made: "Made", matched: "Matched", mended: "Mended", leftOut: "Left out" } as const;

/** The account of a landscape: a line for each part and sort, and with --list each entry. */
function printAccount({ account, categories }: ImportOutcome): void {
  const organisations = categories.filter(({ holds }) => holds === "ORGANISATIONS");
  if (organisations.length > 0)
    console.log(
      `Organisations are listed in: ${organisations.map(({ name, kind }) => `${name} (${kind})`).join(", ")}.`,
    );
  for (const [part, title] of Object.entries(parts))
    for (const { what, entries } of account[part as keyof typeof parts]) {
      console.log(`${title}: ${what}: ${entries.length.toLocaleString("en")}`);
      if (values.list) for (const entry of entries) console.log(`  ${entry.path || "File"}: ${entry.message}`);
    }
}

async function run(file: string): Promise<void> {
  const content = await readText(file);
  const outcome = await withDatabase((db) =>
    importEcosystem(db, {
      format: formatOfFile(file),
      content,
      ecosystem: values.ecosystem,
      name: basename(file),
      replace: values.replace,
      replaceFile: values["replace-file"],
      categories: chosenCategories(),
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
  printAccount(outcome);
  const { created, updated, unchanged, removed } = outcome;
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`;
  console.log(values["dry-run"] ? `Dry run, nothing was stored: ${counts}.` : `${counts}.`);
}

if (!path) {
  console.error(usage);
  process.exitCode = 1;
} else {
  await run(path).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
