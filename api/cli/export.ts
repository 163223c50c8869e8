import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listEcosystems, readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { tableName } from "../exports/formats/format.ts";
import { exportFormats } from "../exports/formats/formats.ts";
import { withDatabase } from "./with-database.ts";

const names = exportFormats.map(({ name }) => name.toLowerCase());
const usage = `Usage: npm run export -- KEY [--format FORMAT --file FILE] [--xlsx FILE]

Prints the ecosystem document, or writes a file of another format: ${names.join(", ")}.
Of csv FILE is a folder, with a table for each kind of record. What the format cannot hold goes to standard error.
--xlsx FILE is --format xlsx --file FILE.`;

async function save(document: EcosystemDocument, name: string, file: string): Promise<void> {
  const format = exportFormats.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!format) throw new Error(`There is no format "${name}". Choose one of ${names.join(", ")}.`);
  for (const sentence of format.losses(document)) console.error(sentence);
  if ("write" in format) {
    await writeFile(file, await format.write(document));
    return;
  }
  await mkdir(file, { recursive: true });
  for (const kind of recordKindNames)
    if ((document[kind]?.length ?? 0) > 0)
      await writeFile(join(file, `${tableName(kind)}.${format.ending}`), format.writeTable(document, kind));
}

// npm run export -- KEY: prints the ecosystem document, in the format of the import, or writes a file of another one.
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: "string" }, file: { type: "string" }, xlsx: { type: "string" } },
  });
  const [key] = positionals;
  const file = values.xlsx ?? values.file;
  const format = values.format ?? (values.xlsx === undefined ? undefined : "xlsx");
  if ((format === undefined) !== (file === undefined)) throw new Error(`Give both --format and --file.\n${usage}`);
  await withDatabase(async (db) => {
    const found = key ? await readDocument(db, key) : null;
    if (!found) {
      const keys = (await listEcosystems(db)).map((ecosystem) => ecosystem.key).join(", ");
      throw new Error(`${key ? `Ecosystem "${key}" not found.` : usage} Available: ${keys || "none yet"}.`);
    }
    if (format === undefined || file === undefined) console.log(JSON.stringify(found.document, null, 2));
    else await save(found.document, format, file);
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
