import type { Stage } from "./stage.ts";

/** One measured number, with the bound that it is held to where there is one. */
export interface Figure {
  what: string;
  value: number;
  unit: "" | "×" | "ms" | "kB" | "MB" | "files" | "µs per fact";
  atMost?: number;
  atLeast?: number;
  /** What it was made of, in words. */
  from?: string;
}

interface Common {
  /** What `npm run bench -- NAME`, or `bench:web`, calls it. */
  name: string;
  /** What it measures, in a sentence. */
  about: string;
}

/** Needs no database and no server; or is measured on a stage with both, or in a browser before the whole app. */
export type Bench<On = Stage> =
  | (Common & { onStage: false; run(): Figure[] | Promise<Figure[]> })
  | (Common & { onStage?: true; run(stage: On): Promise<Figure[]> });
