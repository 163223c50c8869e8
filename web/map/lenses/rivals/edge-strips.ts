import type { Box } from "../../canvas/labels/place-labels.ts";
import type { BackgroundItem, Point } from "../../model/scene.ts";
import { placeOn, plotSizes, type Scales } from "./background.ts";

/** A strip along the edge of one axis, for those of whom the other axis is unknown. */
interface Strip {
  bounds: Box;
  /** Where somebody stands in it by the axis that is known, 0..1. */
  place(value: number): Point;
  background: BackgroundItem[];
}

interface Strips {
  /** Along the overlap axis: market commonality is unknown. */
  left: Strip | null;
  /** Along the axis of market commonality: overlap is unknown. */
  below: Strip | null;
}

/** From the plot to the strips: the figures and names of the axes stand between them. */
const gap = { left: 76, below: 72 };
const min = 108;
/** Beside an empty plot: names have room there. */
const minAlone = 420;
/** Of the strip's area the part that nodes may cover, and how wide it may become for that. */
const cover = 0.3;
const maxWidth = 300;
const labelRoom = 24;

/** How wide a strip is for these diameters. */
function widthFor(diameters: readonly number[], length: number, min: number): number {
  const largest = Math.max(0, ...diameters);
  const area = diameters.reduce((sum, diameter) => sum + diameter ** 2, 0);
  return Math.max(min, largest + 12, Math.min(maxWidth, area / (cover * length)));
}

/** The strips that these rivals need. @param diameters of those in either @param isPlotEmpty nobody is known on both axes */
export function edgeStrips(
  scales: Scales,
  diameters: { left: readonly number[]; below: readonly number[] },
  isPlotEmpty: boolean,
): Strips {
  const { width, height } = plotSizes[scales.form];
  const place = placeOn(scales);
  let [left, below]: [Strip | null, Strip | null] = [null, null];
  if (diameters.left.length > 0) {
    const inner = widthFor(diameters.left, height, isPlotEmpty && scales.form === "wide" ? minAlone : min);
    const x = -gap.left - inner;
    left = {
      bounds: { x1: x, y1: 0, x2: -gap.left, y2: height },
      place: (overlap) => ({ x: x + inner / 2, y: place(0, overlap).y }),
      background: [
        { type: "strip", x: x - labelRoom, y: 0, width: inner + labelRoom, height },
        {
          type: "text",
          x: x - labelRoom / 2,
          y: height / 2,
          text: "Market commonality unknown",
          align: "center",
          strong: false,
          turned: true,
          maxWidth: height - 16,
        },
      ],
    };
  }
  if (diameters.below.length > 0) {
    const inner = widthFor(diameters.below, width, min);
    const y = height + gap.below;
    below = {
      bounds: { x1: 0, y1: y + labelRoom, x2: width, y2: y + labelRoom + inner },
      place: (marketCommonality) => ({ x: place(marketCommonality, 0).x, y: y + labelRoom + inner / 2 }),
      background: [
        { type: "strip", x: 0, y, width, height: inner + labelRoom },
        { type: "text", x: 14, y: y + labelRoom / 2 + 2, text: "Overlap unknown", align: "left", strong: false },
      ],
    };
  }
  return { left, below };
}
