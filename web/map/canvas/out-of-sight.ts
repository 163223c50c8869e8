import type { Core } from "cytoscape";
import type { Scene } from "../model/scene.ts";
import { extentOf } from "./background/draw.ts";
import { levelOfDetailOf } from "./level-of-detail/level-of-detail.ts";

/** Whether there is something to see, but nothing of it in the window. */
export function isOutOfSight(cy: Core, scene: Scene): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  const places = [...levelOfDetailOf(cy).places.values()];
  const box = extentOf(scene.background, [], cy.zoom(), 0);
  if (places.length === 0 && !box) return false;
  if (box && box.x1 < x2 && box.x2 > x1 && box.y1 < y2 && box.y2 > y1) return false;
  // Of a node whose middle is just outside something can still be seen.
  const padding = 40 / cy.zoom();
  return !places.some(({ x, y }) => x > x1 - padding && x < x2 + padding && y > y1 - padding && y < y2 + padding);
}
