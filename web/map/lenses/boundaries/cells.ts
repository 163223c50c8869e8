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
 * Cells whose mean length is more than this multiple of the box's shorter side are placed in one row. Their sites would
 * be almost collinear, and the library then fails or does not terminate.
 */
const longest = 0.8;
/** Slant of a border, as a fraction of the shorter side and of its narrower neighbour. */
const lean = { side: 0.06, neighbour: 0.2 };

/**
 * Divides a box into convex cells with areas in proportion to the weights (> 0), in the order given from left to right
 * (from top to bottom in a tall box): in one row in a narrow box, else as a Voronoi treemap. Deterministic.
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

/** Cells in one row; borders slant alternately to either side about their midpoint, which keeps the areas. */
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
 * Initial sites, as fractions of the box: each in the centre of its share, alternately above and below the middle line,
 * so that borders slant. The library uses its random source only for x and y of each site.
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
