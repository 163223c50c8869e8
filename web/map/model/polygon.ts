/** Corners in order, not closed; in world units, y down. */
export type Polygon = readonly (readonly [number, number])[];

/** Twice the signed area; its sign is the orientation. */
const turn = (polygon: Polygon): number =>
  polygon.reduce((sum, [x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length]!;
    return sum + x * ny - nx * y;
  }, 0);

export const areaOf = (polygon: Polygon): number => Math.abs(turn(polygon)) / 2;

/** Point in polygon, by the even-odd rule: for any polygon, convex or not. */
export function contains(polygon: Polygon, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [xi, yi] = polygon[i]!;
    const [xj, yj] = polygon[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Length below which a side is none: two corners that are one but for rounding, whose direction says nothing. */
const noSide = 1e-6;

/** Inset of a convex polygon by `by` on every side; empty when nothing remains. */
export function inset(polygon: Polygon, by: number): Polygon {
  const way = Math.sign(turn(polygon));
  let left: Polygon = polygon;
  polygon.forEach(([x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length]!;
    const length = Math.hypot(nx - x, ny - y);
    if (length < noSide) return;
    // Inward normal of the side, and signed distance from the moved side.
    const inX = (-(ny - y) / length) * way;
    const inY = ((nx - x) / length) * way;
    left = cut(left, (px, py) => (px - x) * inX + (py - y) * inY - by);
  });
  return left;
}

/** Clips a convex polygon to the half-plane where `side` is not negative (Sutherland and Hodgman). */
function cut(polygon: Polygon, side: (x: number, y: number) => number): Polygon {
  const kept: [number, number][] = [];
  polygon.forEach(([x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length]!;
    const here = side(x, y);
    const next = side(nx, ny);
    if (here >= 0) kept.push([x, y]);
    if (here >= 0 !== next >= 0) {
      const share = here / (here - next);
      kept.push([x + (nx - x) * share, y + (ny - y) * share]);
    }
  });
  return kept;
}

/**
 * Horizontal extent of a convex polygon that is free at every height of a strip; null where it does not span the strip.
 */
export function chord(polygon: Polygon, top: number, bottom: number): [left: number, right: number] | null {
  // Convexity: between top and bottom it is nowhere narrower than at one of them.
  const upper = widthAt(polygon, top);
  const lower = widthAt(polygon, bottom);
  if (!upper || !lower) return null;
  const left = Math.max(upper[0], lower[0]);
  const right = Math.min(upper[1], lower[1]);
  return left < right ? [left, right] : null;
}

/** Hot path, run for each attempted row of actor markers: it allocates no lists. */
function widthAt(polygon: Polygon, y: number): [left: number, right: number] | null {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let [x1, y1] = polygon.at(-1)!;
  for (const [x2, y2] of polygon) {
    if ((y1 <= y || y2 <= y) && (y1 >= y || y2 >= y)) {
      const x = y1 === y2 ? x1 : x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
      left = Math.min(left, x, y1 === y2 ? x2 : x);
      right = Math.max(right, x, y1 === y2 ? x2 : x);
    }
    [x1, y1] = [x2, y2];
  }
  return left <= right ? [left, right] : null;
}

export function boxOf(polygon: Polygon): { x: number; y: number; width: number; height: number } {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Points along a rounded corner, and along a curved side. */
const cornerSteps = 5;
const sideSteps = 14;

/**
 * Drawn outline: corners rounded by up to `radius`, and the sides that `bends` selects curved as a wave. A wave adds as
 * much as it removes, so that areas are kept, and is the same seen from either side.
 */
export function smoothed(
  polygon: Polygon,
  radius: number,
  bends: (from: readonly [number, number], to: readonly [number, number]) => number,
): Polygon {
  return polygon.flatMap((corner, i): [number, number][] => {
    const before = polygon[(i + polygon.length - 1) % polygon.length]!;
    const after = polygon[(i + 1) % polygon.length]!;
    const start = towards(corner, before, radius);
    const end = towards(corner, after, radius);
    const turned = Array.from({ length: cornerSteps + 1 }, (_, step): [number, number] => {
      const t = step / cornerSteps;
      const part = (axis: 0 | 1) => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * corner[axis] + t ** 2 * end[axis];
      return [part(0), part(1)];
    });
    return [...turned, ...bent(end, towards(after, corner, radius), bends(corner, after))];
  });
}

function bent(from: readonly [number, number], to: readonly [number, number], swing: number): [number, number][] {
  if (swing === 0) return [];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length === 0) return [];
  // Perpendicular to the side, in the same direction from either end.
  const way = to[1] - from[1] > 0 || (to[1] === from[1] && to[0] > from[0]) ? 1 : -1;
  const across = [(-(to[1] - from[1]) / length) * way, ((to[0] - from[0]) / length) * way] as const;
  return Array.from({ length: sideSteps - 1 }, (_, i): [number, number] => {
    const t = (i + 1) / sideSteps;
    const aside = swing * Math.sin(2 * Math.PI * t) * way;
    return [from[0] + (to[0] - from[0]) * t + across[0] * aside, from[1] + (to[1] - from[1]) * t + across[1] * aside];
  });
}

function towards(
  [x, y]: readonly [number, number],
  [tx, ty]: readonly [number, number],
  radius: number,
): [number, number] {
  const length = Math.hypot(tx - x, ty - y);
  const share = length === 0 ? 0 : Math.min(0.45, radius / length);
  return [x + (tx - x) * share, y + (ty - y) * share];
}

/** Adds a closed path. */
export function trace(
  pen: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; closePath(): void },
  polygon: Polygon,
): void {
  polygon.forEach(([x, y], i) => {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
}
