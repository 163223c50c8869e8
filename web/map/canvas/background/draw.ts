import { colourOf } from "../../model/kinds.ts";
import { contains } from "../../model/polygon.ts";
import type { Mark, Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";
import { changeRing, tail } from "./change.ts";
import { contour, zone } from "./contour.ts";
import { font, type Palette } from "./palette.ts";
import { stroke, write } from "./pen.ts";
import { territory } from "./territory.ts";
import { letters, strongLetters, textBox, textLetters } from "./text-boxes.ts";

interface Drawing {
  palette: Palette;
  zoom: number;
  /** Where a node stands now, in world units; undefined when it is not on the map. */
  at(node: string): Point | undefined;
  /** The record in the inspector. */
  chosen: string | null;
}

/** Draws what lies beneath the nodes, in world units: the caller has set pan and zoom. */
export function draw(context: CanvasRenderingContext2D, marks: readonly Mark[], drawing: Drawing): void {
  for (const mark of marks) {
    context.save();
    drawMark(context, mark, drawing);
    context.restore();
  }
}

function drawMark(context: CanvasRenderingContext2D, mark: Mark, { palette, zoom, at, chosen }: Drawing): void {
  switch (mark.type) {
    case "territory":
      territory(context, mark, palette, { zoom, chosen: mark.record === chosen });
      break;
    case "tray":
      context.beginPath();
      context.roundRect(mark.x, mark.y, mark.width, mark.height, 10);
      context.setLineDash([3, 5]);
      context.strokeStyle = palette.neutral;
      context.stroke();
      write(context, mark.label, mark.x + 14, mark.y + 17, {
        colour: palette.muted,
        font: `560 ${letters(strongLetters, zoom)}px ${font}`,
        align: "left",
      });
      break;
    case "line":
      context.strokeStyle = mark.strength === "axis" ? palette.muted : palette.line;
      context.lineWidth = mark.strength === "axis" ? 1.4 : 1.1;
      stroke(context, mark.from, mark.to);
      break;
    case "zone":
      zone(context, mark, palette);
      break;
    case "contour":
      contour(context, mark, palette, zoom);
      break;
    case "whisker": {
      const place = at(mark.node);
      if (!place) break;
      context.strokeStyle = colourOf(mark.look, palette.scheme);
      context.lineWidth = 1.8;
      const { x, y } = place;
      stroke(context, [x - mark.half, y], [x + mark.half, y]);
      for (const end of [x - mark.half, x + mark.half]) stroke(context, [end, y - 5], [end, y + 5]);
      break;
    }
    case "halo": {
      const place = at(mark.node);
      if (!place) break;
      context.beginPath();
      context.arc(place.x, place.y, mark.radius, 0, 2 * Math.PI);
      context.globalAlpha = 0.13;
      context.fillStyle = colourOf(mark.look, palette.scheme);
      context.fill();
      break;
    }
    case "change": {
      const place = at(mark.node);
      if (place) changeRing(context, place, mark, palette);
      break;
    }
    case "tail": {
      const place = at(mark.node);
      if (place) tail(context, place, mark, colourOf(mark.look, palette.scheme));
      break;
    }
    case "leader": {
      const place = at(mark.node);
      if (!place) break;
      context.strokeStyle = palette.muted;
      context.fillStyle = palette.muted;
      context.lineWidth = 0.9;
      stroke(context, [mark.x, mark.y], [place.x, place.y]);
      context.beginPath();
      context.arc(mark.x, mark.y, 2, 0, 2 * Math.PI);
      context.fill();
      break;
    }
    case "text": {
      context.translate(mark.x, mark.y);
      if (mark.turned) context.rotate(-Math.PI / 2);
      write(context, mark.text, 0, 0, {
        colour: mark.strong ? palette.ink : palette.muted,
        font: `${mark.strong ? 600 : 420} ${textLetters(mark, zoom)}px ${font}`,
        align: mark.align,
      });
    }
  }
}

/**
 * The box that marks and places fill at a zoom, in world units, with room for all texts; null when empty. `air` is the
 * room about a place for its node and name, in pixels.
 */
export function extentOf(marks: readonly Mark[], places: Iterable<Point> = [], zoom = 1, air = 0): Box | null {
  const points: [number, number][] = [];
  for (const mark of marks) {
    if (mark.type === "line") points.push(mark.from, mark.to);
    if (mark.type === "text") {
      const { x1, y1, x2, y2 } = textBox(mark, zoom);
      points.push([x1, y1], [x2, y2]);
    }
    if (mark.type === "territory" || mark.type === "tray")
      points.push([mark.x, mark.y], [mark.x + mark.width, mark.y + mark.height]);
  }
  const around = air / zoom;
  for (const { x, y } of places) points.push([x - around, y - around], [x + around, y + around * 1.3]);
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x1: least(xs), y1: least(ys), x2: most(xs), y2: most(ys) };
}

// Not Math.min(...values): there may be more values than a call may have arguments.
const least = (values: readonly number[]) => values.reduce((a, b) => (b < a ? b : a));
const most = (values: readonly number[]) => values.reduce((a, b) => (b > a ? b : a));

/** The territory that a point of the map lies in. */
export function territoryAt(marks: readonly Mark[], { x, y }: Point): string | null {
  const isNear = (mark: Mark & { type: "territory" }) =>
    x >= mark.x && x <= mark.x + mark.width && y >= mark.y && y <= mark.y + mark.height;
  for (const mark of marks)
    if (mark.type === "territory" && isNear(mark) && contains(mark.polygon, x, y)) return mark.record;
  return null;
}
