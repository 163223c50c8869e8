import type { Core } from "cytoscape";
import { extentOf } from "../backdrop/draw.ts";
import type { Point, Scene } from "../scene.ts";
import { type Insets, inOtherView, type View, viewOf } from "../view.ts";

/** Room that legend and buttons take, in pixels: at the left of a wide window, at the bottom of a narrow one. */
function insetsOf(frame: HTMLElement): Insets {
  const small = frame.clientWidth < 700;
  const margin = small ? 10 : 28;
  // It stands beside the canvas, not in it.
  const legend = frame.parentElement?.querySelector<HTMLDetailsElement>("details.map-legend");
  if (small)
    return legend?.open
      ? { left: margin, right: margin, top: 52, bottom: legend.offsetHeight + 16 }
      : { left: margin, right: margin, top: 10, bottom: 52 };
  return { left: legend?.open ? legend.offsetWidth + 28 : margin, right: 60, top: 24, bottom: 24 };
}

/** About a node, in pixels: for itself and for a name beneath it. */
const placeAir = 28;

/** The view that shows the marks of a scene and these places; null when there is nothing to show. */
export function fittingView(cy: Core, frame: HTMLElement, scene: Scene, places: Iterable<Point>): View | null {
  const window = { width: cy.width(), height: cy.height() };
  const insets = insetsOf(frame);
  const all = [...places];
  // Tokens and their names lie within their territories.
  const air = scene.nodes.every((node) => node.within) ? 0 : placeAir;
  let view: View | null = null;
  // Names beside the map keep their size on the screen: what room they take is known once the zoom is.
  for (let pass = 0; pass < 3; pass++) {
    const box = extentOf(scene.marks, all, view?.zoom ?? 1, air);
    view = box && viewOf(box, window, insets);
  }
  return view;
}

/** A new view in which every node still stands where it stood on the screen: from there it moves. */
export function changeView(cy: Core, to: View): void {
  const from: View = { zoom: cy.zoom(), pan: { ...cy.pan() } };
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      node.stop(true);
      node.position(inOtherView(node.position(), from, to));
    });
  });
  cy.viewport(to);
}
