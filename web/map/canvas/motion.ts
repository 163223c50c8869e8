import type { Core } from "cytoscape";
import type { Point } from "../model/scene.ts";

export const moveMillis = 280;
/** Above this many nodes places are set at once: Cytoscape's own animation would stutter. */
export const maxAnimated = 500;

/** Marks the nodes that a pointer is dragging. */
export const dragging = "_dragging";

/**
 * Brings nodes to their places, in sight of the reader where that can be done smoothly. Those that are being dragged stay
 * under the pointer, whatever answer has come meanwhile: where they are dropped becomes their place.
 */
export function move(cy: Core, places: ReadonlyMap<string, Point>, animate: boolean): void {
  const smooth = animate && cy.nodes().length <= maxAnimated;
  cy.nodes().forEach((node) => {
    const place = places.get(node.id());
    if (!place || node.scratch(dragging)) return;
    node.stop(true);
    if (smooth) node.animate({ position: { ...place } }, { duration: moveMillis, easing: "ease-in-out" });
    else node.position({ ...place });
  });
}
