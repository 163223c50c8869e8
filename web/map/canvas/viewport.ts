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

/** A box of the map, in the pixels of a window with this viewport. */
export const boxOnScreen = ({ x1, y1, x2, y2 }: Box, { zoom, pan }: Viewport): Box => ({
  x1: x1 * zoom + pan.x,
  y1: y1 * zoom + pan.y,
  x2: x2 * zoom + pan.x,
  y2: y2 * zoom + pan.y,
});

/** Position in another viewport at which a place appears not to move when the viewport changes. */
export function inOtherViewport(place: Point, from: Viewport, to: Viewport): Point {
  return {
    x: (place.x * from.zoom + from.pan.x - to.pan.x) / to.zoom,
    y: (place.y * from.zoom + from.pan.y - to.pan.y) / to.zoom,
  };
}

/** Font size of labels in pixels at a zoom: it grows far more slowly than the map. */
export const letterPixels = (zoom: number): number => Math.min(14, Math.max(9.5, 11.2 * zoom ** 0.3));
