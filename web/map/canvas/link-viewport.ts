import type { Core } from "cytoscape";
import type { Viewport } from "./viewport.ts";

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** What the canvas shows, as the address's `at`: zoom, and the place in the middle of the window. */
export function viewportText(cy: Core): string {
  const { x1, y1, w, h } = cy.extent();
  return [round(cy.zoom(), 3), round(x1 + w / 2, 1), round(y1 + h / 2, 1)].join(",");
}

/** The view that an `at` names; a window of another size has the same middle. */
export function viewportAt(cy: Core, at: string): Viewport {
  const [zoom = 1, x = 0, y = 0] = at.split(",").map(Number);
  return { zoom, pan: { x: cy.width() / 2 - zoom * x, y: cy.height() / 2 - zoom * y } };
}
