import type { Stage } from "./stage.ts";

/** One measured number, with the bound that it is held to where there is one. */
export interface Figure {
  what: string;
  value: number;
  unit: "" | "×" | "ms" | "kB" | "MB" | "µs per fact";
  atMost?: number;
  atLeast?: number;
  /** What it was made of, in words. */
  from?: string;
}

interface Common {
  /** What `npm run bench -- NAME` calls it. */
  name: string;
  /** What it measures, in a sentence. */
  about: string;
}

/** Needs no database and no server; or is measured on a stage with both. */
export type Bench =
  | (Common & { onStage: false; run(): Figure[] | Promise<Figure[]> })
  | (Common & { onStage?: true; run(stage: Stage): Promise<Figure[]> });
