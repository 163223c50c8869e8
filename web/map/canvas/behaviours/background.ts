import type { NodeSingular } from "cytoscape";
import { draw } from "../background/draw.ts";
import { palettes } from "../background/palette.ts";
import type { CanvasController } from "../controller.ts";
import { listen } from "../events.ts";
import { drawOutlines } from "../group-outlines/draw-outlines.ts";
import { labelOf } from "../labels/canvas-labels.ts";
import { drawLabel } from "../labels/draw-label.ts";
import { nameRelations } from "../labels/name-relations.ts";
import type { Behaviour } from "./behaviour.ts";

/** Draws what lies beneath the nodes, and their names above them, each time that the nodes are drawn, in the same view. */
export const background: Behaviour = (canvas) =>
  listen(canvas.cy, "render", () => {
    paint(canvas);
    writeNames(canvas);
  });

function paint({ cy, backgroundCanvas: canvas, levelOfDetail, outlines, now }: CanvasController): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { props, scene } = now();
  const ratio = cleared(canvas, context);
  const zoom = cy.zoom();
  const pan = cy.pan();
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
  drawOutlines(context, outlines, { palette: palettes[props.scheme], zoom });
  draw(context, levelOfDetail.drawn?.background ?? scene.background, {
    palette: palettes[props.scheme],
    zoom,
    chosen: props.selected,
    at: (id) => {
      const node = cy.getElementById(id);
      return node.nonempty() ? node.position() : undefined;
    },
  });
}

/** Makes a canvas as large as it is seen, in pixels of the device, and empties it. @returns pixels of the device per pixel */
function cleared(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): number {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  return ratio;
}

function writeNames({ cy, labelCanvas, now }: CanvasController): void {
  const context = labelCanvas.getContext("2d");
  if (!context) return;
  const palette = palettes[now().props.scheme];
  const ratio = cleared(labelCanvas, context);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const zoom = cy.zoom();
  cy.nodes().forEach((element) => {
    const node = element as NodeSingular;
    const label = labelOf(node);
    if (!label) return;
    const radius = ((node.data("size") as number) * zoom) / 2;
    const opacity = node.numericStyle("opacity");
    const at = { ...node.renderedPosition(), radius, opacity, isGhost: node.data("ghost") === true };
    // Between two zooms at rest names grow and shrink with the map, so that none comes to lie on another.
    drawLabel(context, label, at, palette, zoom / label.zoom);
  });
  nameRelations(context, cy, palette);
}
