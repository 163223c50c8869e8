import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import type { Bench, Figure } from "./figure.ts";
import { isMet, print } from "./report.ts";

interface Options<On> {
  benches: readonly Bench<On>[];
  /** Opens what benches are measured on, when the first one needs it. */
  open(): Promise<On>;
  /** File for all figures. */
  keepIn: string;
}

/** Runs the benches that are asked for by name, all of them when none is. */
export async function runBenches<On extends { close(): Promise<void> }>(
  asked: readonly string[],
  { benches, open, keepIn }: Options<On>,
): Promise<void> {
  const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(", ")}. There are: ${benches.map(({ name }) => name).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  const chosen = benches.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const all: { bench: string; figures: Figure[] }[] = [];
  let stage: On | undefined;
  try {
    for (const bench of chosen) {
      console.log(`\n${bench.name}: ${bench.about}`);
      if (bench.onStage === false) all.push({ bench: bench.name, figures: await bench.run() });
      else {
        stage ??= await open();
        all.push({ bench: bench.name, figures: await bench.run(stage) });
      }
      print(all.at(-1)!.figures);
    }
  } finally {
    await stage?.close();
  }
  summarise(all, keepIn);
}

/** Says how many targets are met, which are not, and keeps all figures. */
function summarise(all: { bench: string; figures: Figure[] }[], keepIn: string): void {
  const judged = all.flatMap(({ figures }) => figures).filter((figure) => isMet(figure) !== null);
  const missed = judged.filter((figure) => !isMet(figure));
  const load = loadavg()[0]!;
  console.log(`\n${judged.length - missed.length} of ${judged.length} targets are met.`);
  for (const { what } of missed) console.log(`  missed: ${what}`);
  const busy = load > cpus().length ? ": the machine was busy, and figures are less sure than usual" : "";
  console.log(`${cpus().length} cores, load ${load.toFixed(1)}${busy}.`);
  mkdirSync(dirname(keepIn), { recursive: true });
  const machine = { node: process.version, cores: cpus().length, load };
  writeFileSync(keepIn, `${JSON.stringify({ at: new Date().toISOString(), machine, benches: all }, null, 2)}\n`);
}
