import { draw } from "../canvas/background/draw.ts";
import { font, palettes } from "../canvas/background/palette.ts";
import { drawOutlines } from "../canvas/group-outlines/draw-outlines.ts";
import type { Label } from "../canvas/labels/choose-labels.ts";
import { drawLabel } from "../canvas/labels/draw-label.ts";
import { textWidth } from "../canvas/labels/measure.ts";
import type { LegendItem, LegendPart } from "../legend/legend-part.ts";
import type { Point, Scene } from "../model/scene.ts";
import { linesWithin } from "./lines-within.ts";
import { paintElements } from "./paint-elements.ts";
import type { Snapshot } from "./snapshot.ts";

/** Exported page: title, drawing and legend, so that it can be read outside the app. */
export interface ExportPage {
  title: string;
  /** As of when, which lens, what is left out. */
  subtitle: string;
  scheme: "light" | "dark";
  scene: Scene;
  snapshot: Snapshot;
  /** Names of nodes, placed for this page; lengths in its pixels. */
  labels: readonly { label: Label; at: Point & { radius: number; opacity: number; isGhost?: boolean } }[];
  viewport: { zoom: number; pan: Point; width: number; height: number };
  legend: readonly LegendPart[];
}

/** A text on the page, in as many lines as it needs; `y` is the middle of the first. */
export interface Entry {
  lines: readonly string[];
  x: number;
  y: number;
  style: TextStyle;
  item?: LegendItem;
}

interface TextStyle {
  weight: number;
  size: number;
  /** From a line to the next. */
  step: number;
  /** From its last line to the text below, beyond a step. */
  gap: number;
  colour: "ink" | "muted";
}
const styles = {
  title: { weight: 640, size: 16, step: 20, gap: 0, colour: "ink" },
  subtitle: { weight: 420, size: 12, step: 16, gap: 0, colour: "muted" },
  part: { weight: 600, size: 12, step: 16, gap: 4, colour: "muted" },
  item: { weight: 420, size: 12, step: 16, gap: 4, colour: "ink" },
} satisfies Record<string, TextStyle>;

const margin = 16;
const legendWidth = 232;
/** From the left edge of a sample to its text. */
export const sampleWidth = 44;

interface PageLayout {
  width: number;
  height: number;
  /** Height of what stands above the drawing. */
  head: number;
  entries: Entry[];
}

/** Layout of the page, in pixels: the title above, the legend at the right. */
export function layOutPage({ viewport, legend, title, subtitle }: ExportPage): PageLayout {
  const width = viewport.width + legendWidth;
  const entries: Entry[] = [];
  let y = 22;
  const write = (text: string, x: number, style: TextStyle, item?: LegendItem) => {
    const lines = linesWithin(text, width - margin - x, (line) => textWidth(line, style.weight, style.size));
    entries.push({ lines, x, y, style, ...(item && { item }) });
    y += lines.length * style.step + style.gap;
  };
  write(title, margin, styles.title);
  write(subtitle, margin, styles.subtitle);
  const head = y - 2;
  y = head + 16;
  for (const part of legend) {
    write(part.title, viewport.width + margin, styles.part);
    for (const item of part.items) write(item.label, viewport.width + margin + sampleWidth, styles.item, item);
    y += 8;
  }
  return { width, height: Math.max(viewport.height + head, y + 8), head, entries };
}

/** Draws the page without the legend's samples, which are inserted at the entries' places. */
export function paintPage(context: CanvasRenderingContext2D, page: ExportPage): ReturnType<typeof layOutPage> {
  const palette = palettes[page.scheme];
  const layout = layOutPage(page);
  const { viewport } = page;
  const { head } = layout;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, layout.width, layout.height);

  context.save();
  context.beginPath();
  context.rect(0, head, viewport.width, viewport.height);
  context.clip();
  context.translate(viewport.pan.x, head + viewport.pan.y);
  context.scale(viewport.zoom, viewport.zoom);
  drawOutlines(context, page.snapshot.outlines, { palette, zoom: viewport.zoom });
  const places = new Map(page.snapshot.nodes.map((node) => [node.id, node]));
  draw(context, page.scene.background, { palette, zoom: viewport.zoom, chosen: null, at: (id) => places.get(id) });
  paintElements(context, page.snapshot);
  context.restore();
  for (const { label, at } of page.labels) {
    context.save();
    drawLabel(context, label, { ...at, y: head + at.y }, palette);
    context.restore();
  }

  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const { lines, x, y, style } of layout.entries) {
    context.font = `${style.weight} ${style.size}px ${font}`;
    context.fillStyle = palette[style.colour];
    for (const [at, line] of lines.entries()) context.fillText(line, x, y + at * style.step);
  }
  return layout;
}
