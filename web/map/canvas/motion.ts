import type { Core } from "cytoscape";
import type { Point } from "../model/scene.ts";

export const moveMillis = 280;
/** Above this many nodes places are set at once: Cytoscape's own animation would stutter. */
export const maxAnimated = 500;

/** Brings nodes to their places, in sight of the reader where that can be done smoothly. */
export function move(cy: Core, places: ReadonlyMap<string, Point>, animate: boolean): void {
  const smooth = animate && cy.nodes().length <= maxAnimated;
  cy.nodes().forEach((node) => {
    const place = places.get(node.id());
    if (!place) return;
    node.stop(true);
    if (smooth) node.animate({ position: { ...place } }, { duration: moveMillis, easing: "ease-in-out" });
    else node.position({ ...place });
  });
}
