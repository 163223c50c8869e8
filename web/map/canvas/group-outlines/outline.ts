import { createOutline } from "bubblesets-js";
import { contains, type Polygon } from "../../model/polygon.ts";
import type { Point } from "../../model/scene.ts";

/** A node as the outline uses it: centre and half of its width, in world units. */
export interface Disc {
  id: string;
  x: number;
  y: number;
  radius: number;
}

export interface Outline {
  name: string;
  /** Empty without a name. */
  label: string;
  /** Index of its colour, the same for all parts of a group. */
  hue?: number;
  /** Position of its name, in world units; null where there is no room, absent while it is not placed. */
  nameAt?: Point | null;
  /** Outer ring. */
  ring: Polygon;
  /** Holes around other nodes inside the outer ring. */
  holes: readonly Polygon[];
}

const padding = 9;
const box = ({ x, y, radius }: Disc, by: number) => ({
  x: x - radius - by,
  y: y - radius - by,
  width: 2 * (radius + by),
  height: 2 * (radius + by),
});

/**
 * Bubble set: an outline around the members of a group that avoids other nodes where it can, and has holes where it
 * cannot. Outlines of overlapping groups intersect, but no other node is ever inside (Collins, Penn and Carpendale
 * 2009).
 */
export function outlineOf(name: string, label: string, members: readonly Disc[], others: readonly Disc[]): Outline {
  const path = createOutline(
    members.map((disc) => box(disc, 4)),
    others.map((disc) => box(disc, 2)),
    [],
    { maxMarchingIterations: 16, edgeR0: 12, edgeR1: 26, nodeR0: 14, nodeR1: 40 },
  );
  const smooth = path.sample(6).simplify(0).bSplines().simplify(0);
  const ring = smooth.points.map(({ x, y }) => [x, y] as const);
  // An outline that misses a member, as can happen in a tight corner, is replaced by one that encloses all of them.
  const whole = members.every(({ x, y }) => contains(ring, x, y)) ? ring : around(members);
  const strangers = others.filter((disc) => touches(whole, disc));
  return { name, label, ring: whole, holes: strangers.map(holeAbout) };
}

/** A rounded hull about a group that stands by itself; whoever is in it nevertheless is cut out. */
export function hullOf(name: string, label: string, members: readonly Disc[], others: readonly Disc[]): Outline {
  const ring = around(members.map((disc) => ({ ...disc, radius: disc.radius + 2 * padding })));
  return { name, label, ring, holes: others.filter((disc) => touches(ring, disc)).map(holeAbout) };
}

/** The convex hull of the members' discs, as a last resort. */
function around(members: readonly Disc[]): Polygon {
  const points = members
    .flatMap((disc) => holeAbout({ ...disc, radius: disc.radius + padding }))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly (readonly [number, number])[]) => {
    const kept: (readonly [number, number])[] = [];
    for (const point of list) {
      while (kept.length >= 2 && turn(kept[kept.length - 2]!, kept[kept.length - 1]!, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())];
}

const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function holeAbout({ x, y, radius }: Disc): Polygon {
  const reach = radius + padding / 2;
  return Array.from({ length: 20 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 20;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const;
  });
}

/** Whether any part of a node is inside a ring, by its centre and eight points of its rim. */
const touches = (ring: Polygon, { x, y, radius }: Disc): boolean =>
  contains(ring, x, y) ||
  Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4).some((angle) =>
    contains(ring, x + radius * Math.cos(angle), y + radius * Math.sin(angle)),
  );

/** Nodes whose centre is inside an outline: within its outer ring and in none of its holes. */
export const heldBy = (outline: Outline, discs: readonly Disc[]): Disc[] =>
  discs.filter(({ x, y }) => contains(outline.ring, x, y) && !outline.holes.some((hole) => contains(hole, x, y)));
