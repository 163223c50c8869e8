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
import type { Bench } from "./stage/figure.ts";
import { runBenches } from "./stage/run-benches.ts";
import { openStage } from "./stage/stage.ts";
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

await runBenches(process.argv.slice(2), { benches, open: openStage, keepIn: ".cache/bench.json" });
