import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { mappedFile, shapeOf, withTables } from "../../api/changes/imports/mapping/mapped-file.ts";
import { readDelimited } from "../../api/changes/imports/tables/read-delimited.ts";
import { countRecords } from "./ecosystems.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { peakOfImport } from "./stage/import-apart.ts";
import { type PlainRows, plainRowsOf, writePlainly } from "./stage/plain-load.ts";
import { inWords, race, ratio } from "./stage/race.ts";
import type { Stage } from "./stage/stage.ts";

const rows = 100_000;
const name = "table.csv";
/** The heap, in megabytes, by which a process that imports a table stays below the bound of its whole memory. */
const heapBound = 320;

const countries = ["Finland", "DE", "France", "Sweden", "US"];

/** Firms: a row each is an actor. */
const firms = (count: number): string =>
  csvOf(
    "name,kind,country,website,employees",
    Array.from(
      { length: count },
      (_, at) =>
        `Firm ${at} Ltd,${at % 2 ? "Customer" : "Vendor"},${countries[at % 5]},https://firm${at}.com,${at % 9_000}`,
    ),
  );

/** Relations among a fifth as many actors, which the rows name. */
const relations = (count: number): string => {
  const names = count / 5;
  const nameOf = (at: number) => `Firm ${at % names}`;
  return csvOf(
    "from,to,type,since",
    Array.from(
      { length: count },
      (_, at) =>
        `${nameOf(at)},${nameOf(at + 1 + 7 * Math.floor(at / names))},${at % 2 ? "Supplies" : "Owns"},${2000 + (at % 25)}-03-01`,
    ),
  );
};

const csvOf = (header: string, lines: readonly string[]): string => [header, ...lines, ""].join("\n");

const tables: Record<string, (count: number) => string> = { firms, relations };

/** What the table becomes in an ecosystem that is new. */
function documentOfTable(content: string, ecosystem: string) {
  const bytes = new TextEncoder().encode(content);
  const sheets = withTables([readDelimited(bytes)]);
  const file = mappedFile(sheets, shapeOf("CSV", sheets), { ecosystem, name, bytes });
  return file.mappedInto!(null, new Map()).document;
}

async function importTable({ db }: Stage, content: string, ecosystem: string): Promise<void> {
  const { errors, mapped, created } = await importEcosystem(db, {
    ...{ format: "CSV", content, ecosystem, name, who: "Bench" },
  });
  if (errors.length > 0 || mapped!.skipped.length > 0)
    throw new Error(`Imported ${created}: ${JSON.stringify(errors[0] ?? mapped!.skipped[0])}`);
}

export const importCsv: Bench = {
  name: "import-csv",
  about: `${rows} rows of CSV, from the file to stored with the change log, against UNWIND batches that write the same nodes`,
  async run(stage) {
    const figures: Figure[] = [];
    for (const [what, tableOf] of Object.entries(tables)) {
      // A small one first, for the engine and the database to learn the code.
      await importTable(stage, tableOf(5_000), `${what}-warm`);
      await writePlainly(
        stage.plain,
        `${what}-warm-plain`,
        plainRowsOf(documentOfTable(tableOf(5_000), `${what}-warm-plain`)),
      );
      const content = tableOf(rows);
      let round = 0;
      let plainRows: PlainRows;
      const times = await race(
        {
          plain: {
            before: () => {
              round += 1;
              plainRows = plainRowsOf(documentOfTable(content, `${what}-plain-${round}`));
            },
            run: () => writePlainly(stage.plain, `${what}-plain-${round}`, plainRows),
          },
          own: { run: () => importTable(stage, content, `${what}-own-${round}`) },
        },
        { rounds: 3, warmUp: 0 },
      );
      const made = countRecords(documentOfTable(content, "counted"));
      figures.push({
        what: `${rows} rows of ${what} (${made} records): speed to the plain driver's`,
        value: ratio(times.plain, times.own),
        unit: "×",
        atLeast: 0.5,
        from: `${inWords(times.own, times.plain)}; ${Math.round(rows / (times.own.min / 1000))} rows a second`,
      });
      const file = join(tmpdir(), `ecotone-bench-${process.pid}-${what}.csv`);
      await writeFile(file, content);
      try {
        figures.push({
          what: `${rows} rows of ${what}: peak memory of the importing process, its heap bounded to ${heapBound} MB`,
          value: await peakOfImport(stage, { key: `${what}-alone`, csv: file }, heapBound),
          unit: "MB",
          atMost: 512,
        });
      } finally {
        await rm(file, { force: true });
      }
    }
    return figures;
  },
};
