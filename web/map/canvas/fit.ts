import type { Core } from "cytoscape";
import type { Point, Scene } from "../model/scene.ts";
import { extentOf } from "./background/draw.ts";
import type { CanvasState } from "./canvas-state.ts";
import { type Insets, inOtherViewport, type Viewport, viewportFor } from "./viewport.ts";

/**
 * Insets in pixels, covered by legend and buttons: at the left of a wide viewport, at the bottom of a narrow one;
 * captions of a presentation below, notes on the level of detail above.
 */
function insetsOf(root: HTMLElement, isClustered: boolean): Insets {
  // The breakpoint of the style sheets, which put the legend beneath the map there.
  const small = window.innerWidth <= 860 || root.clientWidth < 560;
  const margin = small ? 10 : 28;
  // These are placed beside the canvas, not over it.
  const legend = root.parentElement?.querySelector<HTMLDetailsElement>("details.map-legend");
  const words = root.parentElement?.querySelector<HTMLElement>(".present");
  const above = isClustered ? 34 : 0;
  const beneath = words ? words.offsetHeight + 36 : 0;
  if (small)
    return legend?.open
      ? { left: margin, right: margin, top: 52 + above, bottom: Math.max(legend.offsetHeight + 16, beneath) }
      : { left: margin, right: margin, top: 10 + above, bottom: Math.max(52, beneath) };
  return {
    left: legend?.open ? legend.offsetWidth + 28 : margin,
    right: 60,
    top: 24 + above,
    bottom: Math.max(24, beneath),
  };
}

/** Margin around a node in pixels, for the node and for a name beneath it. */
const placePadding = 28;

/** The viewport of the canvas that shows the background of a scene and these places; null when there is nothing to show. */
export const fittingViewport = (cy: Core, root: HTMLElement, scene: Scene, places: Iterable<Point>): Viewport | null =>
  viewportOfAll(
    scene,
    [...places],
    { width: cy.width(), height: cy.height() },
    insetsOf(root, scene.clusters !== undefined),
  );

const maxLow = 420;
/** Height of letters that can be read, in pixels. */
const readableLetters = 12;

/** The zoom at which the names of territories and tiles can be read; 0 where there are none. */
function readableZoom({ background }: Scene): number {
  const sizes = background.flatMap((item) =>
    item.type === "territory" || item.type === "tile" ? [item.nameLabel.size] : [],
  );
  return sizes.length > 0 ? readableLetters / Math.max(...sizes) : 0;
}

/** The same in a window of any size, with the room that the insets leave. */
export function viewportOfAll(
  scene: Scene,
  all: readonly Point[],
  window: { width: number; height: number },
  insets: Insets,
): Viewport | null {
  // Tokens and their names lie within their territories.
  const padding = scene.nodes.every((node) => node.within) ? 0 : placePadding;
  let viewport: Viewport | null = null;
  // Names beside nodes keep their size on the screen, so the room that they take depends on the zoom.
  for (let pass = 0; pass < 3; pass++) {
    const box = extentOf(scene.background, all, viewport?.zoom ?? 1, padding);
    viewport = box && viewportFor(box, window, insets);
    if (!box || !viewport) continue;
    // A low window, as with the browser's zoom at 200 %: as wide as it is, from the top, so that names can be read.
    const readable = readableZoom(scene);
    if (viewport.zoom >= readable || window.height > maxLow) continue;
    const width = Math.max(40, window.width - insets.left - insets.right);
    const zoom = Math.max(viewport.zoom, Math.min(readable, width / (box.x2 - box.x1)));
    const x = insets.left + width / 2 - (zoom * (box.x1 + box.x2)) / 2;
    const height = Math.max(40, window.height - insets.top - insets.bottom);
    const isHigher = zoom * (box.y2 - box.y1) > height;
    viewport = { zoom, pan: { x, y: isHigher ? insets.top - zoom * box.y1 : viewport.pan.y } };
  }
  return viewport;
}

/** A new viewport with every node at its former position on the screen, from which it then moves. */
export function changeViewport(cy: Core, to: Viewport): void {
  const from: Viewport = { zoom: cy.zoom(), pan: { ...cy.pan() } };
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      node.stop(true);
      node.position(inOtherViewport(node.position(), from, to));
    });
  });
  cy.viewport(to);
}

/** Whether the scene has content, but none of it inside the viewport. */
export function isOutOfSight({ cy, levelOfDetail, now }: CanvasState): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  const places = [...levelOfDetail.places.values()];
  const box = extentOf(now().scene.background, [], cy.zoom(), 0);
  if (places.length === 0 && !box) return false;
  if (box && box.x1 < x2 && box.x2 > x1 && box.y1 < y2 && box.y2 > y1) return false;
  // A node whose centre is just outside is still partly visible.
  const padding = 40 / cy.zoom();
  return !places.some(({ x, y }) => x > x1 - padding && x < x2 + padding && y > y1 - padding && y < y2 + padding);
}
