import { percent } from "../../../shared/format.ts";
import { levelWords } from "../../../shared/words.ts";
import type { ThreatLevelBound, TypicalRival } from "../../model/facts.graphql.ts";
import type { BackgroundItem, Form, Point } from "../../model/scene.ts";
import { levelsWithLine, lineThreats, overlapFor } from "./threat-lines.ts";

export const plotSizes: Record<Form, { width: number; height: number }> = {
  wide: { width: 1180, height: 600 },
  tall: { width: 600, height: 660 },
};
const room = 40;

/** Upper end of a scale, 0..1: a round number just above the largest value, since most rivals share few customers. */
export function scaleEnd(values: readonly number[]): number {
  const max = Math.max(0.02, ...values);
  return [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1].find((end) => end >= max) ?? 1;
}

/** Square-root scales: most rivals have little contact, and would overlap. */
export interface Scales {
  form: Form;
  /** Upper ends of market commonality and of overlap, 0..1. */
  right: number;
  up: number;
}

export function placeOn({ form, right, up }: Scales): (marketCommonality: number, overlap: number) => Point {
  const { width, height } = plotSizes[form];
  return (across, along) => ({
    x: room + Math.sqrt(across / right) * (width - 2 * room),
    y: height - room - Math.sqrt(along / up) * (height - 2 * room),
  });
}

const roundSteps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
/** Ticks at round values that are far enough from zero to be told apart from it. */
const ticksUpTo = (end: number): number[] => [0, ...roundSteps.filter((step) => step <= end && step >= end / 25)];

/** Axes with what they mean, in percent. */
export function axes(scales: Scales, us: string): BackgroundItem[] {
  const { width, height } = plotSizes[scales.form];
  const place = placeOn(scales);
  const background: BackgroundItem[] = [];
  for (const tick of ticksUpTo(scales.right)) {
    const { x } = place(tick, 0);
    background.push({ type: "line", from: [x, 0], to: [x, height], strength: "grid" });
    background.push({ type: "text", x, y: height + 20, text: percent(tick), align: "center", strong: false });
  }
  for (const tick of ticksUpTo(scales.up)) {
    const { y } = place(0, tick);
    background.push({ type: "line", from: [0, y], to: [width, y], strength: "grid" });
    background.push({ type: "text", x: -12, y, text: percent(tick), align: "right", strong: false });
  }
  background.push({ type: "line", from: [0, height], to: [width, height], strength: "axis" });
  background.push({ type: "line", from: [0, 0], to: [0, height], strength: "axis" });
  const isWide = scales.form === "wide";
  const sells = isWide
    ? `Market commonality (square-root scale): they sell to the customers of ${us} →`
    : "Market commonality →";
  const does = isWide ? `↑ Overlap (square-root scale): they do what ${us} does` : "↑ Overlap";
  background.push({ type: "text", x: width, y: height + 54, text: sells, align: "right", strong: true });
  background.push({ type: "text", x: 0, y: -20, text: does, align: "left", strong: true });
  return background;
}

/** Areas tinted by level, and contour lines of equal threat for a typical rival. */
export function equalThreat(
  scales: Scales,
  typical: TypicalRival,
  levels: readonly ThreatLevelBound[],
): BackgroundItem[] {
  // A level begins where the number that is shown does, so that the ground agrees with what is written on it.
  const zones = levelsWithLine(levels).flatMap(({ level, lowest }): BackgroundItem[] => {
    const line = lineOf(lowest, scales, typical);
    const { width, height } = plotSizes[scales.form];
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) return [];
    // Along the line, then around the part of the plot above and to the right of it.
    const foot: [number, number][] =
      last[0] < width
        ? [
            [last[0], height],
            [width, height],
          ]
        : [];
    return [{ type: "zone", level, polygon: [...line, ...foot, [width, 0], [first[0], 0]] }];
  });
  const lines = lineThreats(levels).flatMap((threat): BackgroundItem[] => {
    const begun = levels.find(({ from }) => from === threat);
    const points = lineOf(begun?.lowest ?? threat, scales, typical);
    if (points.length < 2) return [];
    const label = `${threat * 100}${begun ? ` ${levelWords[begun.level].toLowerCase()}` : ""}`;
    return [{ type: "contour", points, label, strong: begun !== undefined, typical }];
  });
  return [...zones, ...lines];
}

const step = 6;

/** Points of a contour line within the plot, from left to right, in world units. */
function lineOf(threat: number, { form, right, up }: Scales, typical: TypicalRival): [number, number][] {
  const { width, height } = plotSizes[form];
  const points: [number, number][] = [];
  for (let x = 0; x <= width; x += Math.min(step, width - x || 1)) {
    const across = right * (Math.max(0, x - room) / (width - 2 * room)) ** 2;
    const overlap = overlapFor(threat, across, typical);
    if (overlap === null || overlap < 0) break;
    const y = height - room - Math.sqrt(overlap / up) * (height - 2 * room);
    if (y >= 0) points.push([x, y]);
  }
  return points;
}
