import { draw } from "../background/draw.ts";
import { palettes } from "../background/palette.ts";
import type { CanvasController } from "../controller.ts";
import { listen } from "../events.ts";
import { drawOutlines } from "../group-outlines/draw-outlines.ts";
import type { Behaviour } from "./behaviour.ts";

/** Redraws the background whenever the nodes are drawn, in the same viewport. */
export const background: Behaviour = (canvas) => listen(canvas.cy, "render", () => paint(canvas));

function paint({ cy, backgroundCanvas: canvas, levelOfDetail, outlines, now }: CanvasController): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { props, scene } = now();
  const ratio = window.devicePixelRatio;
  if (canvas.width !== Math.round(canvas.clientWidth * ratio)) canvas.width = Math.round(canvas.clientWidth * ratio);
  if (canvas.height !== Math.round(canvas.clientHeight * ratio))
    canvas.height = Math.round(canvas.clientHeight * ratio);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
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
