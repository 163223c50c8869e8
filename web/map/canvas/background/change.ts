import { trace } from "../../model/polygon.ts";
import type { BackgroundItem, Point } from "../../model/scene.ts";
import type { Palette } from "./palette.ts";

type Area = Extract<BackgroundItem, { type: "territory" }>;

/** Ring around a node, and a badge with a plus (added) or a minus (removed), so that colour is not the only sign. */
export function changeRing(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  { radius, change }: Extract<BackgroundItem, { type: "change" }>,
  palette: Palette,
): void {
  const ring = radius + 5;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.6;
  context.setLineDash(change === "left" ? [3, 3] : []);
  context.beginPath();
  context.arc(x, y, ring, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
  const at = { x: x + ring * Math.SQRT1_2 + 2, y: y - ring * Math.SQRT1_2 - 2 };
  badge(context, at, change, palette);
}

const badgeRadius = 6;

function badge(context: CanvasRenderingContext2D, { x, y }: Point, change: "entered" | "left", palette: Palette): void {
  context.beginPath();
  context.arc(x, y, badgeRadius, 0, 2 * Math.PI);
  context.fillStyle = change === "entered" ? palette.ink : palette.surface;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.2;
  context.fill();
  context.stroke();
  context.strokeStyle = change === "entered" ? palette.surface : palette.ink;
  context.lineWidth = 1.8;
  context.beginPath();
  context.moveTo(x - 3.2, y);
  context.lineTo(x + 3.2, y);
  if (change === "entered") {
    context.moveTo(x, y - 3.2);
    context.lineTo(x, y + 3.2);
  }
  context.stroke();
}

/** Trail from a node to its position on the other date: wide at the node, pointed at the older end. */
export function tail(
  context: CanvasRenderingContext2D,
  node: Point,
  item: Extract<BackgroundItem, { type: "tail" }>,
  colour: string,
): void {
  const way = Math.hypot(item.x - node.x, item.y - node.y);
  if (way < 1) return;
  const [now, then] = item.isEarlier ? [node, item] : [item, node];
  const half = item.isFaint ? 2.6 : 4;
  const across = { x: (-(then.y - now.y) / way) * half, y: ((then.x - now.x) / way) * half };
  context.fillStyle = colour;
  context.globalAlpha = item.isFaint ? 0.26 : 0.42;
  context.beginPath();
  context.moveTo(now.x + across.x, now.y + across.y);
  context.lineTo(then.x, then.y);
  context.lineTo(now.x - across.x, now.y - across.y);
  context.closePath();
  context.fill();
  context.globalAlpha = item.isFaint ? 0.5 : 1;
  context.strokeStyle = colour;
  context.lineWidth = item.isFaint ? 1 : 1.4;
  context.beginPath();
  context.arc(item.x, item.y, item.isFaint ? 2.2 : 3.5, 0, 2 * Math.PI);
  context.stroke();
}

/**
 * Second rim around a territory whose boundary changed: wide and beneath its own, distinguished by its width, which is
 * `thick` times the width in a small drawing.
 */
export function changedRim(
  context: CanvasRenderingContext2D,
  { polygon }: Area,
  palette: Palette,
  thick: number,
): void {
  context.strokeStyle = palette.attention;
  context.lineWidth = 9 * thick;
  context.lineJoin = "round";
  context.beginPath();
  trace(context, polygon);
  context.stroke();
}
