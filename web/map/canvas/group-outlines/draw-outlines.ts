import { trace } from "../../model/polygon.ts";
import { font, type Palette } from "../background/palette.ts";
import { write } from "../background/pen.ts";
import type { Outline } from "./outline.ts";
import { nameBox, nameLetters } from "./place-names.ts";

/** Colours distinguishable in both themes; further groups repeat them with another dash (Tol's muted palette). */
const hues = ["#44aa99", "#cc6677", "#8877bb", "#999933", "#5599cc", "#aa4499", "#bb7744", "#669966"];
const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 4]];

/** Colour and dashes of the n-th group. */
export const groupHue = (n: number): { colour: string; dash: readonly number[] } => ({
  colour: hues[n % hues.length]!,
  dash: dashes[Math.floor(n / hues.length) % dashes.length]!,
});

/** Outlines of groups beneath everything else, each with its name at its rim; in world units. */
export function drawOutlines(
  context: CanvasRenderingContext2D,
  outlines: readonly Outline[],
  { palette, zoom }: { palette: Palette; zoom: number },
): void {
  for (const outline of outlines) {
    const { colour, dash } = groupHue(outline.hue ?? 0);
    context.save();
    context.beginPath();
    trace(context, outline.ring);
    for (const hole of outline.holes) trace(context, hole);
    context.fillStyle = colour;
    context.globalAlpha = palette.scheme === "dark" ? 0.16 : 0.11;
    context.fill("evenodd");
    context.globalAlpha = 0.85;
    context.strokeStyle = colour;
    context.lineWidth = 1.4 / zoom ** 0.5;
    context.setLineDash([...dash]);
    context.stroke();
    context.restore();
  }
  // Names last, so that no other group's ground lies on them.
  for (const outline of outlines) name(context, outline, groupHue(outline.hue ?? 0).colour, palette, zoom);
}

/** At the place that label placement has found. */
function name(
  context: CanvasRenderingContext2D,
  { nameAt, label }: Outline,
  colour: string,
  palette: Palette,
  zoom: number,
): void {
  if (!nameAt) return;
  const { x1, y1, x2, y2 } = nameBox(label, nameAt, zoom);
  context.save();
  context.beginPath();
  context.roundRect(x1, y1, x2 - x1, y2 - y1, 3);
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.92;
  context.fill();
  context.globalAlpha = 0.85;
  context.strokeStyle = colour;
  context.lineWidth = 1 / zoom ** 0.5;
  context.stroke();
  context.globalAlpha = 1;
  write(context, label, nameAt.x, nameAt.y, {
    colour: palette.ink,
    font: `620 ${nameLetters(zoom)}px ${font}`,
    align: "center",
  });
  context.restore();
}
