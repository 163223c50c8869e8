import { hierarchy } from "d3-hierarchy";
import { voronoiTreemap } from "d3-voronoi-treemap";
import type { Polygon } from "./polygon.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Divides a box into convex cells with areas in proportion to the weights (> 0), in the order given from left to right
 * (from top to bottom in a tall box). The same weights give the same cells each time.
 * Source: Nocaj and Brandes (2012), Voronoi treemaps, as d3-voronoi-treemap computes them.
 */
export function cellsOf({ x, y, width, height }: Box, weights: readonly number[]): Polygon[] {
  const whole: [number, number][] = [
    [x, y],
    [x, y + height],
    [x + width, y + height],
    [x + width, y],
  ];
  if (weights.length === 0) return [];
  if (weights.length === 1) return [whole];
  const root = hierarchy<{ weight: number; children?: { weight: number }[] }>({
    weight: 0,
    children: weights.map((weight) => ({ weight })),
  }).sum((entry) => entry.weight);
  voronoiTreemap()
    .clip(whole)
    .convergenceRatio(0.002)
    .maxIterationCount(120)
    .prng(starts(weights, width >= height))(root);
  return root.children!.map((child) =>
    (child as typeof child & { polygon: Polygon }).polygon.map(([px, py]) => [px, py]),
  );
}

/**
 * Where the cells' sites begin, in parts of the box: each in the middle of its share, by turns above and below the middle
 * line, so that borders slant. The library asks its source of chance for nothing else than x and y of each site.
 */
function starts(weights: readonly number[], across: boolean): () => number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let begun = 0;
  const numbers = weights.flatMap((weight, i) => {
    const along = (begun + weight / 2) / sum;
    begun += weight;
    const aside = i % 2 === 0 ? 0.36 : 0.64;
    return across ? [along, aside] : [aside, along];
  });
  let asked = 0;
  return () => numbers[asked++ % numbers.length]!;
}
