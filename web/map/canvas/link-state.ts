import type { Core } from "cytoscape";
import type { Point } from "../model/scene.ts";
import type { CanvasState } from "./canvas-state.ts";
import type { Viewport } from "./viewport.ts";

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Viewport as the address's `at`: zoom, and the world position at the centre. */
export function viewportText(cy: Core): string {
  const { x1, y1, w, h } = cy.extent();
  return [round(cy.zoom(), 3), round(x1 + w / 2, 1), round(y1 + h / 2, 1)].join(",");
}

/** Viewport of an `at`; one of another size has the same centre. */
export function viewportAt(cy: Core, at: string): Viewport {
  const [zoom = 1, x = 0, y = 0] = at.split(",").map(Number);
  return { zoom, pan: { x: cy.width() / 2 - zoom * x, y: cy.height() / 2 - zoom * y } };
}

/** With more nodes, only pins are part of the link. */
const maxKept = 500;

/** Computed layout of the network, which may differ for other people; without pins. */
export function networkPlacesOf({ cy, now, networkPlaces }: CanvasState): Map<string, Point> {
  const { props, scene } = now();
  if (props.lens !== "network" || scene.nodes.length > maxKept) return new Map();
  return new Map([...networkPlaces()].filter(([id]) => cy.getElementById(id).nonempty()));
}
