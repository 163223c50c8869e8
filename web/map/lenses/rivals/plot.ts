import type { Box } from "../../canvas/labels/place-labels.ts";
import type { ThreatRow } from "../../model/facts.graphql.ts";
import type { Form, Point } from "../../model/scene.ts";
import { placeOn, plotSizes, type Scales, scaleEnd } from "./background.ts";
import { edgeStrips } from "./edge-strips.ts";
import { factorOf } from "./threat-lines.ts";

export const marketCommonalityOf = (row: ThreatRow): number | null => factorOf(row, "MARKET_COMMONALITY");
export const overlapOf = (row: ThreatRow): number | null => factorOf(row, "OVERLAP");

/**
 * The plot of rivals by both axes, with a strip beside it for those of whom one axis is unknown. Rivals of whom both are
 * unknown have no place.
 */
export function rivalsPlot<Row extends ThreatRow>(
  rivals: readonly Row[],
  form: Form,
  diameterOf: (row: Row) => number,
) {
  const placed = rivals.filter((row) => marketCommonalityOf(row) !== null || overlapOf(row) !== null);
  const known = (of: typeof overlapOf) => placed.flatMap((row) => of(row) ?? []);
  const scales: Scales = { form, right: scaleEnd(known(marketCommonalityOf)), up: scaleEnd(known(overlapOf)) };
  const diameters = (unknown: typeof overlapOf) => placed.filter((row) => unknown(row) === null).map(diameterOf);
  const { left, below } = edgeStrips(
    scales,
    { left: diameters(marketCommonalityOf), below: diameters(overlapOf) },
    placed.every((row) => marketCommonalityOf(row) === null || overlapOf(row) === null),
  );
  const { width, height } = plotSizes[form];
  const bounds: Box = { x1: 0, y1: 0, x2: width, y2: height };
  const place = placeOn(scales);
  /** Where a placed rival belongs: of one known axis alone on the strip along it. */
  const homeOf = (row: Row): { place: Point; bounds: Box } => {
    const [x, y] = [marketCommonalityOf(row), overlapOf(row)];
    if (x === null) return { place: left!.place(y!), bounds: left!.bounds };
    if (y === null) return { place: below!.place(x), bounds: below!.bounds };
    return { place: place(x, y), bounds };
  };
  return { placed, scales, left, below, bounds, homeOf };
}
