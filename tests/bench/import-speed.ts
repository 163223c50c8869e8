import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Transaction } from "neo4j-driver";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { plainRelationshipsOf } from "../../cypher/records/plain-relationships.ts";
import { labelsOf, linksOf, toProperties } from "../../cypher/records/stored-record.ts";
import { countRecords, documentOf } from "./ecosystems.ts";
import { plainTexts } from "./plain/plain.ts";
import type { Bench } from "./stage/figure.ts";
import { inWords, race, ratio } from "./stage/race.ts";
import type { Stage } from "./stage/stage.ts";

const records = 100_000;
const batch = 5_000;
/** The heap that an importing API process gets by with, in megabytes: the child that imports is held to it. */
const heapBound = 512;

/** The document as rows ready for UNWIND: made before the clock runs, so the plain driver does nothing but write. */
function rowsOf(document: EcosystemDocument) {
  const ecosystem = document.ecosystem.key;
  const all = recordKindNames.flatMap((kind) =>
    (document[kind] ?? []).map((record) => [kind, record as never] as const),
  );
  return {
    nodes: all.map(([kind, record]) => ({
      properties: toProperties(ecosystem, kind, record, 1),
      labels: labelsOf(kind, record),
    })),
    links: all.flatMap(([kind, record]) => linksOf(kind, record)),
    relationships: all.flatMap(([kind, record]) => plainRelationshipsOf(kind, record)),
  };
}

/** Nodes, references and plain relationships, without a change log, one transaction for each batch: what a loader of one's own would do. */
async function writePlainly({ plain }: Stage, ecosystem: string, rows: ReturnType<typeof rowsOf>) {
  const session = plain.session();
  const inBatches = async (query: string, rows: object[]) => {
    for (let start = 0; start < rows.length; start += batch) {
      const parameters = { ecosystem, rows: rows.slice(start, start + batch) };
      await session.executeWrite((tx: Pick<Transaction, "run">) => tx.run(query, parameters));
    }
  };
  await inBatches(plainTexts.createNodes, rows.nodes);
  await inBatches(plainTexts.createLinks, rows.links);
  await inBatches(plainTexts.createRelationships, rows.relationships);
  await session.close();
}

async function importWhole({ db }: Stage, content: string) {
  const { created, errors } = await importEcosystem(db, { format: "ECOSYSTEM", content, who: "Bench" });
  if (created < records || errors.length > 0) throw new Error(`Imported ${created}: ${JSON.stringify(errors[0])}`);
}

/** The peak of resident memory of a process that imports the document and does nothing else, in megabytes. */
async function peakOfImport({ connection }: Stage, key: string): Promise<number> {
  const child = fork(fileURLToPath(new URL("./stage/import-alone.ts", import.meta.url)), {
    execArgv: [...process.execArgv, `--max-old-space-size=${heapBound}`],
  });
  child.send({ connection, key, records });
  return new Promise((resolve, reject) => {
    child.once("message", (peak) => resolve(peak as number));
    child.once("exit", (code) => reject(new Error(`The importing process ended with ${code}: more memory is needed.`)));
  });
}

export const importSpeed: Bench = {
  name: "import",
  about: `${records} records in one transaction with the change log, against UNWIND batches without one`,
  async run(stage) {
    // A small one first, for the engine and the database to learn the code.
    await stage.store(documentOf(5_000, "warm"));
    await writePlainly(stage, "warm-plain", rowsOf(documentOf(5_000, "warm-plain")));
    let round = 0;
    let content = "";
    let rows: ReturnType<typeof rowsOf>;
    const times = await race(
      {
        plain: {
          before: () => {
            round += 1;
            rows = rowsOf(documentOf(records, `plain-${round}`));
          },
          run: () => writePlainly(stage, `plain-${round}`, rows),
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
        value: await peakOfImport(stage, "alone"),
        unit: "MB",
        atMost: 1_000,
      },
    ];
  },
};
