import { hierarchy } from "d3-hierarchy";
import { voronoiTreemap } from "d3-voronoi-treemap";
import type { Polygon } from "../../model/polygon.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Cells of a mean length of more than this many times the box's shorter side stand in one row. Their sites would come to
 * lie on one line, of which the library makes no diagram: it fails, or never ends.
 */
const longest = 0.8;
/** How far a border leans, in parts of the shorter side and of its narrower neighbour. */
const lean = { side: 0.06, neighbour: 0.2 };

/**
 * Divides a box into convex cells with areas in proportion to the weights (> 0), in the order given from left to right
 * (from top to bottom in a tall box): in one row where there is room for no more, else as a Voronoi treemap. The same
 * weights give the same cells each time.
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
  const isWide = width >= height;
  const [long, short] = isWide ? [width, height] : [height, width];
  if (long / weights.length > longest * short)
    return rowOf(weights, long, short).map((cell) =>
      cell.map(([along, aside]) => (isWide ? [x + along, y + aside] : [x + aside, y + along])),
    );
  const root = hierarchy<{ weight: number; children?: { weight: number }[] }>({
    weight: 0,
    children: weights.map((weight) => ({ weight })),
  }).sum((entry) => entry.weight);
  voronoiTreemap().clip(whole).convergenceRatio(0.002).maxIterationCount(120).prng(starts(weights, isWide))(root);
  return root.children!.map((child) =>
    (child as typeof child & { polygon: Polygon }).polygon.map(([px, py]) => [px, py]),
  );
}

/** One cell beside the other; borders lean by turns to either side about their middle, which leaves areas as they are. */
function rowOf(weights: readonly number[], long: number, short: number): Polygon[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const lengths = weights.map((weight) => (weight / sum) * long);
  let along = 0;
  const borders = lengths.map((length, i) => {
    along += length;
    const next = lengths[i + 1];
    const leaning = next ? Math.min(lean.side * short, lean.neighbour * Math.min(length, next)) : 0;
    return { along, leaning: i % 2 === 0 ? leaning : -leaning };
  });
  return borders.map((end, i) => {
    const start = borders[i - 1] ?? { along: 0, leaning: 0 };
    return [
      [start.along + start.leaning, 0],
      [start.along - start.leaning, short],
      [end.along - end.leaning, short],
      [end.along + end.leaning, 0],
    ];
  });
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
