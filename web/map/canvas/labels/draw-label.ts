import type { Point } from "../../model/scene.ts";
import { font, type Palette } from "../background/palette.ts";
import { withEvenLetters } from "../background/pen.ts";
import type { Label } from "./choose-labels.ts";
import { labelLineStep } from "./measure.ts";
import { labelPadding } from "./place-labels.ts";

/** Of the halo about letters, in pixels. */
const halo = 2.2;

interface At extends Point {
  /** The node's, in pixels. */
  radius: number;
  opacity: number;
  /** A record of the other date of a difference is named more faintly. */
  isGhost?: boolean;
}

/**
 * Writes the name of a node beside it, in pixels of the context: letters are drawn at the size at which they are seen,
 * since letters that are scaled stand at uneven distances. `scale`: how much the view has grown since the name was placed.
 */
export function drawLabel(
  context: CanvasRenderingContext2D,
  { lines, place, weight, size: placed }: Label,
  { x, y, radius, opacity, isGhost }: At,
  palette: Palette,
  scale = 1,
): void {
  const size = placed * scale;
  const step = size * labelLineStep;
  const height = lines.length * step + 2 * scale;
  const reach = radius + labelPadding * scale;
  const [left, top] =
    place === "bottom"
      ? [x, y + reach]
      : place === "top"
        ? [x, y - reach - height]
        : [place === "right" ? x + reach + 2 * scale : place === "left" ? x - reach - 2 * scale : x, y - height / 2];
  withEvenLetters(context);
  context.font = `${weight} ${size}px ${font}`;
  context.textAlign = place === "right" ? "left" : place === "left" ? "right" : "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = palette.surface;
  context.lineWidth = 2 * halo * scale;
  context.fillStyle = isGhost ? palette.muted : palette.ink;
  const at = (i: number) => top + scale + step * (i + 0.5);
  // All halos before all letters: the halo of a line must not cut the one above it.
  context.globalAlpha = 0.92 * opacity;
  for (const [i, line] of lines.entries()) context.strokeText(line, left, at(i));
  context.globalAlpha = opacity;
  for (const [i, line] of lines.entries()) context.fillText(line, left, at(i));
}
