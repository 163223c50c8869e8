import type { Core } from "cytoscape";
import type { Scene } from "../model/scene.ts";
import { extentOf } from "./background/draw.ts";
import { showingOf } from "./level-of-detail/level-of-detail.ts";

/** Whether there is something to see, but nothing of it in the window. */
export function isOutOfSight(cy: Core, scene: Scene): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  const places = [...showingOf(cy).places.values()];
  const ground = extentOf(scene.marks, [], cy.zoom(), 0);
  if (places.length === 0 && !ground) return false;
  if (ground && ground.x1 < x2 && ground.x2 > x1 && ground.y1 < y2 && ground.y2 > y1) return false;
  // Of a node whose middle is just outside something can still be seen.
  const air = 40 / cy.zoom();
  return !places.some(({ x, y }) => x > x1 - air && x < x2 + air && y > y1 - air && y < y2 + air);
}
