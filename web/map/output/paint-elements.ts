import { shapePoints } from "./shape-points.ts";
import type { DrawnEdge, DrawnNode, Snapshot } from "./snapshot.ts";

/** Draws relations, nodes and names with plain strokes, fills and text: the same for pixels and vectors. */
export function paintElements(context: CanvasRenderingContext2D, { nodes, edges }: Snapshot): void {
  for (const edge of edges) apart(context, () => paintEdge(context, edge));
  for (const node of nodes) apart(context, () => paintNode(context, node));
}

function apart(context: CanvasRenderingContext2D, paint: () => void): void {
  context.save();
  paint();
  context.restore();
}

function paintEdge(context: CanvasRenderingContext2D, edge: DrawnEdge): void {
  const { from, to, head } = edge;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const long = head === "none" ? 0 : (edge.width * 2.2 + 8) * edge.headScale;
  context.globalAlpha = edge.opacity;
  context.strokeStyle = edge.colour;
  context.fillStyle = edge.colour;
  context.lineWidth = edge.width;
  context.setLineDash([...edge.dash]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x - Math.cos(angle) * long * 0.8, to.y - Math.sin(angle) * long * 0.8);
  context.stroke();
  context.setLineDash([]);
  if (head === "none") return;
  context.translate(to.x, to.y);
  context.rotate(angle);
  context.beginPath();
  const half = long * 0.42;
  if (head === "circle") context.arc(-long / 2, 0, half, 0, 2 * Math.PI);
  else if (head === "tee") context.rect(-long * 0.2, -half, long * 0.2, 2 * half);
  else {
    context.moveTo(0, 0);
    context.lineTo(-long, -half);
    if (head === "vee") context.lineTo(-long * 0.7, 0);
    if (head === "diamond") context.lineTo(-2 * long, 0);
    context.lineTo(-long, half);
    context.closePath();
  }
  context.fill();
}

function outline(context: CanvasRenderingContext2D, { shape, x, y, width, height }: DrawnNode): void {
  const [rx, ry] = [width / 2, height / 2];
  context.beginPath();
  const points = shapePoints[shape];
  if (points) {
    for (const [i, [px, py]] of points.entries()) {
      if (i === 0) context.moveTo(x + px * rx, y + py * ry);
      else context.lineTo(x + px * rx, y + py * ry);
    }
    context.closePath();
  } else if (shape === "rectangle") context.rect(x - rx, y - ry, width, height);
  else if (shape === "round-rectangle") context.roundRect(x - rx, y - ry, width, height, Math.min(8, width / 4));
  else if (shape === "round-tag") {
    context.moveTo(x - rx, y - ry);
    context.lineTo(x + rx * 0.5, y - ry);
    context.lineTo(x + rx, y);
    context.lineTo(x + rx * 0.5, y + ry);
    context.lineTo(x - rx, y + ry);
    context.closePath();
  } else context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
}

const rimDashes: Record<string, number[]> = { dashed: [4, 2], dotted: [1, 2] };

function paintNode(context: CanvasRenderingContext2D, node: DrawnNode): void {
  outline(context, node);
  context.globalAlpha = node.opacity * node.fillOpacity;
  context.fillStyle = node.partly?.empty ?? node.fill;
  context.fill();
  if (node.partly) paintPart(context, node, node.partly.part);
  if (node.ring) paintRing(context, node, node.ring);
  if (node.rimWidth === 0) return;
  outline(context, node);
  context.globalAlpha = node.opacity;
  context.strokeStyle = node.rim;
  context.lineWidth = node.rimWidth;
  context.setLineDash(rimDashes[node.rimStyle] ?? []);
  context.stroke();
}

function paintPart(context: CanvasRenderingContext2D, node: DrawnNode, part: "left half" | "core"): void {
  context.save();
  outline(context, node);
  context.clip();
  context.fillStyle = node.fill;
  context.beginPath();
  if (part === "core") context.arc(node.x, node.y, node.width / 4, 0, 2 * Math.PI);
  else context.rect(node.x - node.width / 2, node.y - node.height / 2, node.width / 2, node.height);
  context.fill();
  context.restore();
}

function paintRing(context: CanvasRenderingContext2D, node: DrawnNode, ring: NonNullable<DrawnNode["ring"]>): void {
  const enlargement = node.rimWidth + 2 * ring.offset + ring.width;
  outline(context, { ...node, width: node.width + enlargement, height: node.height + enlargement });
  context.globalAlpha = node.opacity;
  context.strokeStyle = ring.colour;
  context.lineWidth = ring.width;
  context.stroke();
}
