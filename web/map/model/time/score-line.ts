import type { Axis } from "./axis.ts";
import type { Frame } from "./frames.ts";

interface ScoreLine {
  /** SVG path of the score: level from mark to mark, broken where it is unknown, or too little is known for one number. */
  line: string;
  /** SVG path of the area between its bounds. */
  band: string;
}

interface Step {
  from: number;
  to: number;
  score: number;
  low: number;
  high: number;
  /** Drawn as the area between its bounds alone. */
  isIndicative: boolean;
}

/** Coherence over time with its bounds, scaled to its range within the span. `height` in pixels. */
export function scoreLine(frames: readonly Frame[], { span, x, width }: Axis, height: number): ScoreLine {
  const steps: Step[] = [];
  frames.forEach((frame, i) => {
    const next = frames[i + 1]?.date;
    const { score, low, high, isIndicative } = frame.coherence;
    if (score === null || frame.date > span.to || (next !== undefined && next <= span.from)) return;
    const from = Math.max(0, x(frame.date));
    const to = next === undefined ? width : Math.min(width, x(next));
    steps.push({ from, to, score, low: low ?? score, high: high ?? score, isIndicative });
  });
  const min = Math.min(...steps.map((step) => step.low));
  const max = Math.max(...steps.map((step) => step.high));
  const y = (value: number) => round(height - (max > min ? (value - min) / (max - min) : 0.5) * height);
  const runs = inRuns(steps);
  const along = (run: readonly Step[], value: "score" | "low" | "high") =>
    run.map((step) => `${round(step.from)} ${y(step[value])}L${round(step.to)} ${y(step[value])}`);
  const back = (run: readonly Step[]) =>
    run.toReversed().map((step) => `${round(step.to)} ${y(step.low)}L${round(step.from)} ${y(step.low)}`);
  return {
    line: inRuns(steps.filter((step) => !step.isIndicative))
      .map((run) => `M${along(run, "score").join("L")}`)
      .join(""),
    band: runs.map((run) => `M${[...along(run, "high"), ...back(run)].join("L")}Z`).join(""),
  };
}

/** Steps that follow on each other without a gap. */
function inRuns(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run && run.at(-1)!.to === step.from) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

const round = (value: number) => Math.round(value * 10) / 10;
