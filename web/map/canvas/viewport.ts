import type { Point } from "../model/scene.ts";
import type { Box } from "./labels/place-labels.ts";

export interface Viewport {
  zoom: number;
  pan: Point;
}

export interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const zoomLimits = { min: 0.02, max: 4 };

/** Viewport that fits a box into the area left by the insets (pixels); the zoom is at most 1.4. */
export function viewportFor(box: Box, window: { width: number; height: number }, insets: Insets): Viewport {
  const width = Math.max(40, window.width - insets.left - insets.right);
  const height = Math.max(40, window.height - insets.top - insets.bottom);
  const wanted = Math.min(width / Math.max(1, box.x2 - box.x1), height / Math.max(1, box.y2 - box.y1));
  const zoom = Math.min(1.4, Math.max(zoomLimits.min, wanted));
  return {
    zoom,
    pan: {
      x: insets.left + width / 2 - (zoom * (box.x1 + box.x2)) / 2,
      y: insets.top + height / 2 - (zoom * (box.y1 + box.y2)) / 2,
    },
  };
}

/** A place of the map in pixels of a window with this viewport. */
export const pixelOf = ({ x, y }: Point, { zoom, pan }: Viewport): Point => ({
  x: x * zoom + pan.x,
  y: y * zoom + pan.y,
});

/** The place of the map at a pixel of a window with this viewport. */
export const placeAt = ({ x, y }: Point, { zoom, pan }: Viewport): Point => ({
  x: (x - pan.x) / zoom,
  y: (y - pan.y) / zoom,
});

/** A box of the map, in the pixels of a window with this viewport. */
export function boxOnScreen({ x1, y1, x2, y2 }: Box, viewport: Viewport): Box {
  const from = pixelOf({ x: x1, y: y1 }, viewport);
  const to = pixelOf({ x: x2, y: y2 }, viewport);
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

/** Position in another viewport at which a place appears not to move when the viewport changes. */
export const inOtherViewport = (place: Point, from: Viewport, to: Viewport): Point => placeAt(pixelOf(place, from), to);

/** Where the pointer is, in pixels of an element. */
export function pointerIn(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** Font size of labels in pixels at a zoom: it grows far more slowly than the map. */
export const letterPixels = (zoom: number): number => Math.min(14, Math.max(9.5, 11.2 * zoom ** 0.3));
