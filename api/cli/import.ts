import { userInfo } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { valuesOf } from "../../cypher/model/enum-table.ts";
import { actorKinds } from "../../cypher/model/enums/actor-kind.ts";
import { formatNamed, formatOfFile } from "../changes/imports/formats/formats.ts";
import { type ImportOutcome, importEcosystem } from "../changes/imports/import.ts";
import type { CategoryChoice } from "../changes/imports/landscape/categories.ts";
import { placeOf } from "../changes/imports/mapping/mapped-file.ts";
import { sure } from "../shared/matching/name-matcher.ts";
import { decodeText, readBytes, readText } from "./read-text.ts";
import { withDatabase } from "./with-database.ts";

const usage = `Usage: npm run import -- FILE [options]

  --ecosystem KEY          the ecosystem to import into, where the file does not say
  --replace                remove everything that the file lacks
  --dry-run                store nothing and say what would change
Tables (CSV, XLSX) only:
  --preview                store nothing and print the mapping; what it would do goes to standard error
  --mapping FILE           read the table by this mapping; as the last one of its columns, or guessed, without it
  --all-or-nothing         one row that cannot be read stops all
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
    preview: { type: "boolean" },
    mapping: { type: "string" },
    "all-or-nothing": { type: "boolean" },
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

const maxPrinted = 20;

/** What became of the rows of a table, on standard error, since standard output may be the mapping. */
function printRows({ mapped }: ImportOutcome): void {
  if (!mapped) return;
  const { sample, matches, skipped, leftOut } = mapped;
  const list = (title: string, lines: string[]) => {
    if (lines.length === 0) return;
    console.error(`${title}: ${lines.length.toLocaleString("en")}`);
    for (const line of values.list ? lines : lines.slice(0, maxPrinted)) console.error(`  ${line}`);
  };
  list("First records", sample);
  const doubtful = matches.filter(({ score }) => score < 1).sort((a, b) => a.score - b.score);
  list(
    "Names matched or similar",
    doubtful.map(
      ({ name, key, score, reason }) => `“${name}” ${score < sure ? "may be" : "is"} ${key} (${score}: ${reason})`,
    ),
  );
  list(
    "Not read",
    skipped.map(
      ({ sheet, row, column, message }) => `${placeOf(sheet, row)}${column ? `, ${column}` : ""}: ${message}`,
    ),
  );
  list(
    "Left out",
    leftOut.map(({ what, count, reason }) => `${what} (${count.toLocaleString("en")}): ${reason}`),
  );
}

async function run(file: string): Promise<void> {
  const bytes = await readBytes(file);
  const format = formatOfFile(file, bytes);
  const isTable = "sheets" in formatNamed(format);
  const content = isTable ? "" : await decodeText(file, bytes);
  const mapping = values.mapping === undefined ? undefined : JSON.parse(await readText(values.mapping));
  const outcome = await withDatabase((db) =>
    importEcosystem(db, {
      format,
      content,
      bytes: isTable ? bytes : undefined,
      mapping,
      allOrNothing: values["all-or-nothing"],
      ecosystem: values.ecosystem,
      name: basename(file),
      replace: values.replace,
      replaceFile: values["replace-file"],
      categories: chosenCategories(),
      dryRun: values["dry-run"] || values.preview,
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
  printRows(outcome);
  if (values.preview && outcome.mapped) console.log(JSON.stringify(outcome.mapped.mapping, null, 2));
  const { created, updated, unchanged, removed } = outcome;
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`;
  const print = values.preview ? console.error : console.log;
  print(values["dry-run"] || values.preview ? `Dry run, nothing was stored: ${counts}.` : `${counts}.`);
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
