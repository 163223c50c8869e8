import { colourOf } from "../../model/kinds.ts";
import { contains } from "../../model/polygon.ts";
import type { BackgroundItem, Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";
import { changeRing, tail } from "./change.ts";
import { contour, zone } from "./contour.ts";
import { font, type Palette } from "./palette.ts";
import { stroke, write } from "./pen.ts";
import { territory, title } from "./territory.ts";
import { letters, strongLetters, textBox, textLetters } from "./text-boxes.ts";

interface Drawing {
  palette: Palette;
  zoom: number;
  /** Current position of a node, in world units; undefined when it is not on the map. */
  at(node: string): Point | undefined;
  /** The record in the inspector. */
  chosen: string | null;
}

/** Draws the background, in world units: the caller has set pan and zoom. */
export function draw(context: CanvasRenderingContext2D, background: readonly BackgroundItem[], drawing: Drawing): void {
  for (const item of background) {
    context.save();
    drawMark(context, item, drawing);
    context.restore();
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  item: BackgroundItem,
  { palette, zoom, at, chosen }: Drawing,
): void {
  switch (item.type) {
    case "territory":
      territory(context, item, palette, { zoom, chosen: item.record === chosen });
      break;
    case "tile": {
      const { x, y, width, height, enlargement } = item;
      context.beginPath();
      context.roundRect(x, y, width, height, 6 * enlargement);
      context.globalAlpha = 0.42;
      context.fillStyle = palette.line;
      context.fill();
      context.globalAlpha = 1;
      context.strokeStyle = palette.line;
      context.lineWidth = enlargement;
      context.stroke();
      title(context, { ...item, state: String(item.count) }, palette, letters(strongLetters, zoom, enlargement));
      break;
    }
    case "strip":
    case "unplaced-area":
      context.beginPath();
      context.roundRect(item.x, item.y, item.width, item.height, 10);
      context.setLineDash([3, 5]);
      context.strokeStyle = palette.neutral;
      context.stroke();
      if (item.type === "unplaced-area")
        write(context, item.label, item.x + 14, item.y + 17, {
          colour: palette.muted,
          font: `560 ${letters(strongLetters, zoom)}px ${font}`,
          align: "left",
        });
      break;
    case "line":
      context.strokeStyle = item.strength === "axis" ? palette.muted : palette.line;
      context.lineWidth = item.strength === "axis" ? 1.4 : 1.1;
      stroke(context, item.from, item.to);
      break;
    case "zone":
      zone(context, item, palette);
      break;
    case "contour":
      contour(context, item, palette, zoom);
      break;
    case "whisker": {
      const place = at(item.node);
      if (!place) break;
      context.strokeStyle = colourOf(item.look, palette.scheme);
      context.lineWidth = 1.8;
      const { x, y } = place;
      stroke(context, [x - item.half, y], [x + item.half, y]);
      for (const end of [x - item.half, x + item.half]) stroke(context, [end, y - 5], [end, y + 5]);
      break;
    }
    case "halo": {
      const place = at(item.node);
      if (!place) break;
      context.beginPath();
      context.arc(place.x, place.y, item.radius, 0, 2 * Math.PI);
      context.globalAlpha = 0.13;
      context.fillStyle = colourOf(item.look, palette.scheme);
      context.fill();
      break;
    }
    case "change": {
      const place = at(item.node);
      if (place) changeRing(context, place, item, palette);
      break;
    }
    case "tail": {
      const place = at(item.node);
      if (place) tail(context, place, item, colourOf(item.look, palette.scheme));
      break;
    }
    case "leader": {
      const place = at(item.node);
      if (!place) break;
      context.strokeStyle = palette.muted;
      context.fillStyle = palette.muted;
      context.lineWidth = 0.9;
      stroke(context, [item.x, item.y], [place.x, place.y]);
      context.beginPath();
      context.arc(item.x, item.y, 2, 0, 2 * Math.PI);
      context.fill();
      break;
    }
    case "text": {
      context.translate(item.x, item.y);
      if (item.turned) context.rotate(-Math.PI / 2);
      write(context, item.text, 0, 0, {
        colour: item.strong ? palette.ink : palette.muted,
        font: `${item.strong ? 600 : 420} ${textLetters(item, zoom)}px ${font}`,
        align: item.align,
      });
    }
  }
}

/**
 * Bounding box of background and places at a zoom, in world units, with room for all texts; null when empty. `padding`
 * is the room around a place for its node and name, in pixels.
 */
export function extentOf(
  background: readonly BackgroundItem[],
  places: Iterable<Point> = [],
  zoom = 1,
  padding = 0,
): Box | null {
  const points: [number, number][] = [];
  for (const item of background) {
    if (item.type === "line") points.push(item.from, item.to);
    if (item.type === "text") {
      const { x1, y1, x2, y2 } = textBox(item, zoom);
      points.push([x1, y1], [x2, y2]);
    }
    const isArea = item.type === "territory" || item.type === "unplaced-area";
    if (isArea || item.type === "tile" || item.type === "strip")
      points.push([item.x, item.y], [item.x + item.width, item.y + item.height]);
  }
  const around = padding / zoom;
  for (const { x, y } of places) points.push([x - around, y - around], [x + around, y + around * 1.3]);
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x1: min(xs), y1: min(ys), x2: max(xs), y2: max(ys) };
}

// Not Math.min(...values): the number of arguments of a call is limited.
const min = (values: readonly number[]) => values.reduce((a, b) => (b < a ? b : a));
const max = (values: readonly number[]) => values.reduce((a, b) => (b > a ? b : a));

/** The territory at a point of the map. */
export function territoryAt(background: readonly BackgroundItem[], { x, y }: Point): string | null {
  const isNear = (item: BackgroundItem & { type: "territory" }) =>
    x >= item.x && x <= item.x + item.width && y >= item.y && y <= item.y + item.height;
  for (const item of background)
    if (item.type === "territory" && isNear(item) && contains(item.polygon, x, y)) return item.record;
  return null;
}
