import type { Core } from "cytoscape";
import type { Point } from "../model/scene.ts";

export const moveMillis = 280;
/** Above this many nodes, positions are set at once: Cytoscape's own animation would stutter. */
export const maxAnimated = 500;

/** Marks the nodes that are held by the pointer. */
export const dragging = "_dragging";

/**
 * Moves nodes to their places, animated where that is smooth. Nodes that are held stay under the pointer even when an
 * update arrives: the place where they are dropped becomes theirs.
 */
export function move(cy: Core, places: ReadonlyMap<string, Point>, animate: boolean): void {
  const smooth = animate && cy.nodes().length <= maxAnimated;
  cy.nodes().forEach((node) => {
    const place = places.get(node.id());
    if (!place || node.scratch(dragging)) return;
    const { x, y } = node.position();
    if (!node.animated() && x === place.x && y === place.y) return;
    node.stop(true);
    if (smooth) node.animate({ position: { ...place } }, { duration: moveMillis, easing: "ease-in-out" });
    else node.position({ ...place });
  });
}
