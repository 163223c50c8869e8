import type { Core } from "cytoscape";
import type { Point } from "../scene.ts";

const pans: Record<string, Point> = {
  ArrowLeft: { x: 60, y: 0 },
  ArrowRight: { x: -60, y: 0 },
  ArrowUp: { x: 0, y: 60 },
  ArrowDown: { x: 0, y: -60 },
};

/** Zooms about the middle of the window. */
export function zoomBy(cy: Core, factor: number): void {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  cy.emit("scrollzoom");
}

/** The keys that move the view while the canvas has the focus. */
export function keyPress(
  event: React.KeyboardEvent,
  { cy, refit, leave }: { cy: Core; refit(): void; leave(): void },
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = pans[event.key];
  if (step) {
    cy.panBy(step);
    cy.emit("dragpan");
  } else if (event.key === "+" || event.key === "=") zoomBy(cy, 1.25);
  else if (event.key === "-") zoomBy(cy, 0.8);
  else if (event.key === "0") refit();
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
}
