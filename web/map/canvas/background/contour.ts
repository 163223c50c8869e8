import type { ThreatLevel } from "../../../graphql/schema-types.ts";
import { trace } from "../../model/polygon.ts";
import type { BackgroundItem } from "../../model/scene.ts";
import { scaleColours } from "../../model/style/scales.ts";
import { font, type Palette } from "./palette.ts";
import { write } from "./pen.ts";
import { contourLabelAt, letters, plainLetters } from "./text-boxes.ts";

type Contour = Extract<BackgroundItem, { type: "contour" }>;

/** CSS class of each threat level. */
const classes: Record<ThreatLevel, number> = { LOW: 1, MODERATE: 2, HIGH: 3, SEVERE: 4 };

export const zoneColour = (level: ThreatLevel, scheme: "light" | "dark"): string =>
  scaleColours.threat[scheme][classes[level]]!;
const zoneAlpha = { light: 0.12, dark: 0.13 };

/** Area from which a threat has a level, tinted like elevation on a map: higher levels are drawn over lower ones. */
export function zone(
  context: CanvasRenderingContext2D,
  { level, polygon }: Extract<BackgroundItem, { type: "zone" }>,
  { scheme }: Palette,
): void {
  context.globalAlpha = zoneAlpha[scheme];
  context.fillStyle = zoneColour(level, scheme);
  context.beginPath();
  trace(context, polygon);
  context.fill();
}

export function contour(context: CanvasRenderingContext2D, item: Contour, palette: Palette, zoom: number): void {
  context.strokeStyle = palette.muted;
  context.lineWidth = item.strong ? 1.5 : 0.8;
  context.globalAlpha = item.strong ? 0.85 : 0.6;
  context.beginPath();
  for (const [i, point] of item.points.entries()) {
    if (i === 0) context.moveTo(...point);
    else context.lineTo(...point);
  }
  context.stroke();
  context.globalAlpha = 1;
  const { x, y } = contourLabelAt(item);
  write(context, item.label, x, y, {
    colour: item.strong ? palette.ink : palette.muted,
    font: `${item.strong ? 600 : 450} ${letters(plainLetters, zoom)}px ${font}`,
    align: "center",
    halo: palette.surface,
  });
}
