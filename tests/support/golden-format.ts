import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { formatNamed, formatOfFile } from "../../api/changes/imports/formats/formats.ts";
import { mappedFile, shapeOf, withTables } from "../../api/changes/imports/mapping/mapped-file.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

/** What a file of tables is read as by the mapping that is guessed: its format, its records, and what is left out. */
export async function readAsGuessed(name: string, bytes: Uint8Array, stored: EcosystemDocument | null = null) {
  const formatName = formatOfFile(name, bytes);
  const format = formatNamed(formatName);
  if (!("sheets" in format)) throw new Error(`${name} is read as ${formatName}, which has no tables.`);
  const sheets = withTables(await format.sheets(bytes));
  const file = mappedFile(sheets, shapeOf(formatName, sheets), { ecosystem: "golden", name: basename(name), bytes });
  const { document, mapped } = file.mappedInto!(stored, new Map());
  return { format: formatName, document, mapped: mapped! };
}

/** The same as a golden file has it: without the day of reading and the hash. */
export async function goldenOf(path: string) {
  const { format, document, mapped } = await readAsGuessed(path, readFileSync(path));
  const { format: _, ecosystem: __, ...records } = document;
  const evidence = records.evidence?.map(({ retrievedOn: _on, excerpt, ...rest }) => ({
    ...rest,
    ...(excerpt !== undefined && { excerpt: excerpt.replace(/^SHA-256 .*/, "SHA-256") }),
  }));
  return { format, records: { ...records, evidence }, skipped: mapped.skipped, leftOut: mapped.leftOut };
}
