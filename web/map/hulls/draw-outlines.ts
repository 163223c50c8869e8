import { font, type Palette } from "../backdrop/palette.ts";
import { trace } from "../territories/polygon.ts";
import type { Outline } from "./outline.ts";

/** Hues that are told apart on both grounds; groups beyond them begin again, with another dash (Tol's muted palette). */
const hues = ["#44aa99", "#cc6677", "#8877bb", "#999933", "#5599cc", "#aa4499", "#bb7744", "#669966"];
const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 4]];

/** Outlines of groups beneath everything else, each with its name at its rim; in world units. */
export function drawOutlines(
  context: CanvasRenderingContext2D,
  outlines: readonly Outline[],
  { palette, zoom }: { palette: Palette; zoom: number },
): void {
  for (const [i, outline] of outlines.entries()) {
    const colour = hues[i % hues.length]!;
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
    context.setLineDash([...dashes[Math.floor(i / hues.length) % dashes.length]!]);
    context.stroke();
    context.restore();
  }
  // Names last, so that no other group's ground lies on them.
  for (const outline of outlines) name(context, outline, palette, zoom);
}

/** At the highest point of the rim, on a plate. */
function name(context: CanvasRenderingContext2D, { ring, label }: Outline, palette: Palette, zoom: number): void {
  const top = ring.reduce((best, point) => (point[1] < best[1] ? point : best), ring[0] ?? [0, 0]);
  const size = Math.min(24, Math.max(9, 11.5 / zoom));
  context.save();
  context.font = `620 ${size}px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const width = context.measureText(label).width;
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.9;
  context.beginPath();
  context.roundRect(top[0] - width / 2 - 5, top[1] - size * 0.75, width + 10, size * 1.5, 3);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = palette.muted;
  context.fillText(label, top[0], top[1]);
  context.restore();
}
