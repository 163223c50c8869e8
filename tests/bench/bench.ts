import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { cachedAnswers } from "./cached-answers.ts";
import { changes } from "./changes.ts";
import { growth } from "./growth.ts";
import { importCsv } from "./import-csv.ts";
import { importOfTables } from "./import-of-tables.ts";
import { importSpeed } from "./import-speed.ts";
import { interventionsAndQuestions } from "./interventions-and-questions.ts";
import { largeAndMany } from "./large-and-many.ts";
import { map } from "./map.ts";
import { matching } from "./matching.ts";
import { pageJavaScript } from "./page-javascript.ts";
import { previewOfWorkbook } from "./preview-of-workbook.ts";
import { search } from "./search.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { isMet, print } from "./stage/report.ts";
import { openStage, type Stage } from "./stage/stage.ts";
import { trend } from "./trend.ts";
import { uncachedMeasures } from "./uncached-measures.ts";
import { besideHeavyWork, workers } from "./workers.ts";

/** A bench is a file and a line here. */
const benches: readonly Bench[] = [
  pageJavaScript,
  growth,
  interventionsAndQuestions,
  map,
  uncachedMeasures,
  cachedAnswers,
  trend,
  workers,
  besideHeavyWork,
  importSpeed,
  importCsv,
  importOfTables,
  matching,
  previewOfWorkbook,
  largeAndMany,
  search,
  changes,
];

async function main(asked: string[]): Promise<void> {
  const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(", ")}. There are: ${benches.map(({ name }) => name).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  const chosen = benches.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const all: { bench: string; figures: Figure[] }[] = [];
  let stage: Stage | undefined;
  try {
    for (const bench of chosen) {
      console.log(`\n${bench.name}: ${bench.about}`);
      if (bench.onStage === false) all.push({ bench: bench.name, figures: await bench.run() });
      else {
        stage ??= await openStage();
        all.push({ bench: bench.name, figures: await bench.run(stage) });
      }
      print(all.at(-1)!.figures);
    }
  } finally {
    await stage?.close();
  }
  summarise(all);
}

/** Says how many targets are met, which are not, and keeps all figures. */
function summarise(all: { bench: string; figures: Figure[] }[]): void {
  const judged = all.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) !== null);
  const missed = judged.filter((figure) => !isMet(figure));
  const load = loadavg()[0]!;
  console.log(`\n${judged.length - missed.length} of ${judged.length} targets are met.`);
  for (const { what } of missed) console.log(`  missed: ${what}`);
  if (load > cpus().length)
    console.log(`The machine was busy (load ${load.toFixed(1)}): ratios are less sure than usual.`);
  mkdirSync(".cache", { recursive: true });
  const machine = { node: process.version, cores: cpus().length, load };
  writeFileSync(
    ".cache/bench.json",
    `${JSON.stringify({ at: new Date().toISOString(), machine, benches: all }, null, 2)}\n`,
  );
}

await main(process.argv.slice(2));
