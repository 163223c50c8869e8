import { importEcosystem } from "../../api/changes/imports/import.ts";
import { countRecords, documentOf } from "./ecosystems.ts";
import type { Bench } from "./stage/figure.ts";
import { peakOfImport } from "./stage/import-apart.ts";
import { type PlainRows, plainRowsOf, writePlainly } from "./stage/plain-load.ts";
import { inWords, race, ratio } from "./stage/race.ts";
import type { Stage } from "./stage/stage.ts";

const records = 100_000;
/** The heap that an importing API process gets by with, in megabytes: the child that imports is held to it. */
const heapBound = 512;

async function importWhole({ db }: Stage, content: string) {
  const { created, errors } = await importEcosystem(db, { format: "ECOSYSTEM", content, who: "Bench" });
  if (created < records || errors.length > 0) throw new Error(`Imported ${created}: ${JSON.stringify(errors[0])}`);
}

export const importSpeed: Bench = {
  name: "import",
  about: `${records} records in one transaction with the change log, against UNWIND batches without one`,
  async run(stage) {
    // A small one first, for the engine and the database to learn the code.
    await stage.store(documentOf(5_000, "warm"));
    await writePlainly(stage.plain, "warm-plain", plainRowsOf(documentOf(5_000, "warm-plain")));
    let round = 0;
    let content = "";
    let rows: PlainRows;
    const times = await race(
      {
        plain: {
          before: () => {
            round += 1;
            rows = plainRowsOf(documentOf(records, `plain-${round}`));
          },
          run: () => writePlainly(stage.plain, `plain-${round}`, rows),
        },
        own: {
          before: () => {
            content = JSON.stringify(documentOf(records, `own-${round}`));
          },
          run: () => importWhole(stage, content),
        },
      },
      { rounds: 3, warmUp: 0 },
    );
    content = "";
    const speed = records / (times.own.min / 1000);
    return [
      {
        what: `import of ${countRecords(documentOf(records, "counted"))} records: speed to the plain driver's`,
        value: ratio(times.plain, times.own),
        unit: "×",
        atLeast: 0.5,
        from: `${inWords(times.own, times.plain)}; ${Math.round(speed)} records a second`,
      },
      {
        what: `import: peak memory of the API process, its heap bounded to ${heapBound} MB`,
        value: await peakOfImport(stage, { key: "alone", records }, heapBound),
        unit: "MB",
        atMost: 1_000,
      },
    ];
  },
};
