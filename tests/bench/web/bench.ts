import type { Bench } from "../stage/figure.ts";
import { runBenches } from "../stage/run-benches.ts";
import { changesByOthers } from "./changes-by-others.ts";
import { firstPage } from "./first-page.ts";
import { gridKeys } from "./grid-keys.ts";
import { gridPaste } from "./grid-paste.ts";
import { map } from "./map.ts";
import { openWebStage, type WebStage } from "./stage.ts";

/** A bench is a file and a line here. */
const benches: readonly Bench<WebStage>[] = [firstPage, gridKeys, gridPaste, changesByOthers, map];

await runBenches(process.argv.slice(2), { benches, open: openWebStage, keepIn: ".cache/bench-web.json" });
