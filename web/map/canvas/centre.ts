import type { NodeSingular } from "cytoscape";
import type { CanvasController } from "./controller.ts";

/** Centres a record in the viewport: its node, else its territory. False when it is not on the canvas. */
export function centre(canvas: CanvasController, record: string): boolean {
  const { cy, levelOfDetail } = canvas;
  levelOfDetail.reveal(record);
  const nodes = cy.nodes().filter((node) => node.data("record") === record);
  if (nodes.nonempty()) cy.center(nodes);
  else {
    const { background } = canvas.now().scene;
    const territory = background.find((item) => item.type === "territory" && item.record === record);
    if (territory?.type !== "territory") return false;
    const zoom = cy.zoom();
    cy.pan({
      x: cy.width() / 2 - zoom * (territory.x + territory.width / 2),
      y: cy.height() / 2 - zoom * (territory.y + territory.height / 2),
    });
  }
  canvas.navigated();
  return true;
}

const pulseMillis = 1800;

/** Centres a record and draws rings around it, so that it is easily seen. False when it is not drawn. */
export function pulse(canvas: CanvasController, record: string): boolean {
  if (!centre(canvas, record)) return false;
  const { cy, root } = canvas;
  const nodes = cy.nodes().filter((node) => node.data("record") === record);
  const places = nodes.nonempty()
    ? nodes.map((node) => ({ ...(node as NodeSingular).renderedPosition(), size: node.renderedWidth() }))
    : [{ x: cy.width() / 2, y: cy.height() / 2, size: 60 }];
  for (const { x, y, size } of places) {
    const ring = document.createElement("span");
    ring.className = "canvas-pulse";
    ring.setAttribute("aria-hidden", "true");
    Object.assign(ring.style, { left: `${x}px`, top: `${y}px`, width: `${size + 18}px`, height: `${size + 18}px` });
    root.append(ring);
    setTimeout(() => ring.remove(), pulseMillis);
  }
  return true;
}
