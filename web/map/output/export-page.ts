import { draw } from "../canvas/background/draw.ts";
import { font, palettes } from "../canvas/background/palette.ts";
import { drawOutlines } from "../canvas/group-outlines/draw-outlines.ts";
import type { Label } from "../canvas/labels/choose-labels.ts";
import { drawLabel } from "../canvas/labels/draw-label.ts";
import type { LegendItem, LegendPart } from "../legend/legend-part.ts";
import type { Point, Scene } from "../model/scene.ts";
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

export interface Entry {
  text: string;
  x: number;
  y: number;
  strong: boolean;
  item?: LegendItem;
}

const head = 56;
const legendWidth = 232;
const row = 20;

/** Layout of the page, in pixels: the legend in columns at the right. */
export function layOutPage({ viewport, legend }: ExportPage): { width: number; height: number; entries: Entry[] } {
  const entries: Entry[] = [];
  let y = head + 16;
  const x = viewport.width + 16;
  for (const part of legend) {
    entries.push({ text: part.title, x, y, strong: true });
    y += row;
    for (const item of part.items) {
      entries.push({ text: item.label, x: x + 44, y, strong: false, item });
      y += row;
    }
    y += 8;
  }
  return { width: viewport.width + legendWidth, height: Math.max(viewport.height + head, y + 8), entries };
}

/** Draws the page without the legend's samples, which are inserted at the entries' places. */
export function paintPage(context: CanvasRenderingContext2D, page: ExportPage): ReturnType<typeof layOutPage> {
  const palette = palettes[page.scheme];
  const layout = layOutPage(page);
  const { viewport } = page;
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

  const write = (text: string, x: number, y: number, style: string, colour: string) => {
    context.font = `${style} ${font}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  write(page.title, 16, 22, "640 16px", palette.ink);
  write(page.subtitle, 16, 42, "420 12px", palette.muted);
  for (const { text, x, y, strong } of layout.entries)
    write(text, x, y, strong ? "600 12px" : "420 12px", strong ? palette.muted : palette.ink);
  return layout;
}
