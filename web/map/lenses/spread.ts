import type { Box } from "../canvas/labels/place-labels.ts";
import type { Point } from "../model/scene.ts";

/** `size` is a diameter. */
interface Sized {
  size: number;
  /** Target position. */
  place: Point;
  /** What it may not reach out of, where that is narrower than for all. */
  bounds?: Box;
}

/**
 * Maximum share that nodes may cover of the area around any spot, and of the whole area; beyond it, all are made
 * smaller.
 */
const cover = { about: 0.5, all: 0.3 };
/** Cells of that area, in world units, and how many to either side of a spot belong to its surroundings. */
const cell = 60;
const about = 2;
/** Lower limit of the scale for a single crowded spot. */
const minScale = 0.4;
/** Gap between two nodes, in world units. */
const minPadding = 4;
/** The golden angle: a spiral that visits all directions, the nearest spots first. */
const turn = 2.399963;
const maxTries = 20_000;

/** Scale, up to 1, at which nodes fit near their target positions: the same for all, so that sizes stay comparable. */
function scaleFor(nodes: readonly Sized[], bounds: Box): number {
  const cells = new Map<string, number>();
  const columnOf = (x: number) => Math.floor((x - bounds.x1) / cell);
  const rowOf = (y: number) => Math.floor((y - bounds.y1) / cell);
  for (const { size, place } of nodes) {
    const key = `${columnOf(place.x)} ${rowOf(place.y)}`;
    cells.set(key, (cells.get(key) ?? 0) + size ** 2);
  }
  const [columns, rows] = [columnOf(bounds.x2), rowOf(bounds.y2)];
  let scale = 1;
  for (const key of cells.keys()) {
    const [column, row] = key.split(" ").map(Number) as [number, number];
    let area = 0;
    let needed = 0;
    for (let x = Math.max(0, column - about); x <= Math.min(columns, column + about); x++)
      for (let y = Math.max(0, row - about); y <= Math.min(rows, row + about); y++) {
        area += cell ** 2;
        needed += cells.get(`${x} ${y}`) ?? 0;
      }
    scale = Math.min(scale, Math.sqrt((cover.about * area) / needed));
  }
  const whole = (bounds.x2 - bounds.x1) * (bounds.y2 - bounds.y1);
  const total = nodes.reduce((sum, { size }) => sum + size ** 2, 0);
  return Math.min(Math.max(minScale, scale), Math.sqrt((cover.all * whole) / total));
}

/** As `spread`, but where too many nodes share a spot all are made smaller, by `scale`. */
export function spreadToFit<Node extends Sized>(given: readonly Node[], bounds: Box): { nodes: Node[]; scale: number } {
  const scale = scaleFor(given, bounds);
  const smaller = given.map((node) => ({ ...node, size: node.size * scale }));
  return { nodes: spread(smaller, bounds, minPadding * scale, scale), scale };
}

/**
 * Moves overlapping nodes apart, in the order given, to the nearest free spot within the bounds: positions have a
 * meaning, and one beyond an axis would be wrong. `padding` is the gap between two of them, in world units; steps are
 * as wide as `scale` says.
 */
export function spread<Node extends Sized>(nodes: readonly Node[], bounds: Box, padding: number, scale = 1): Node[] {
  const isWithin = ({ x, y }: Point, half: number, { x1, y1, x2, y2 }: Box) =>
    x - half >= x1 && x + half <= x2 && y - half >= y1 && y + half <= y2;
  const taken = new Grid(Math.max(8, ...nodes.map(({ size }) => size)) + padding);
  const isCrowded = scale < 1;
  /** By target position, where many share one: the radius that is already occupied. */
  const tried = new Map<string, number>();
  return nodes.map((node): Node => {
    const home = node.place;
    const key = `${Math.round(home.x)} ${Math.round(home.y)}`;
    let tries = isCrowded ? (tried.get(key) ?? 0) : 0;
    let place = home;
    for (const end = tries + maxTries; tries < end; tries++) {
      const next = spot(home, tries, scale);
      if (tries > 0 && !isWithin(next, node.size / 2, node.bounds ?? bounds)) continue;
      place = next;
      if (taken.isFree(place, node.size, padding)) break;
    }
    if (isCrowded) tried.set(key, tries);
    taken.add(place, node.size);
    return { ...node, place };
  });
}

/** Steps of the spiral from its centre, computed once: layouts take them again and again. */
const spiral: Point[] = [];

function spot(home: Point, tries: number, scale: number): Point {
  for (let step = spiral.length; step <= tries; step++) {
    const reach = 4 * Math.sqrt(step);
    spiral.push({ x: reach * Math.cos(step * turn), y: reach * Math.sin(step * turn) });
  }
  const { x, y } = spiral[tries]!;
  return { x: home.x + scale * x, y: home.y + scale * y };
}

/** Discs by the cell of their centre: x, y and radius of each in a row, since most of the time of a layout goes here. */
class Grid {
  readonly #cells = new Map<number, number[]>();

  /** @param side at least the largest distance at which two discs touch */
  constructor(readonly side: number) {}

  isFree({ x, y }: Point, size: number, padding: number): boolean {
    const column = Math.floor(x / this.side);
    const row = Math.floor(y / this.side);
    const reach = size / 2 + padding;
    for (let at = column - 1; at <= column + 1; at++)
      for (let of = row - 1; of <= row + 1; of++) {
        const discs = this.#cells.get(keyOf(at, of));
        if (!discs) continue;
        for (let disc = 0; disc < discs.length; disc += 3) {
          const dx = discs[disc]! - x;
          const dy = discs[disc + 1]! - y;
          const distance = discs[disc + 2]! + reach;
          if (dx * dx + dy * dy < distance * distance) return false;
        }
      }
    return true;
  }

  add({ x, y }: Point, size: number): void {
    const key = keyOf(Math.floor(x / this.side), Math.floor(y / this.side));
    const discs = this.#cells.get(key);
    if (discs) discs.push(x, y, size / 2);
    else this.#cells.set(key, [x, y, size / 2]);
  }
}

/** One number for a column and a row; both are far from 2^20, since cells are as large as nodes. */
const keyOf = (column: number, row: number): number => column * 2 ** 21 + row;
