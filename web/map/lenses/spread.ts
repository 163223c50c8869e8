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

const spot = (home: Point, tries: number, scale: number): Point => {
  const reach = 4 * scale * Math.sqrt(tries);
  return { x: home.x + reach * Math.cos(tries * turn), y: home.y + reach * Math.sin(tries * turn) };
};

/** Discs by the cell of their centre. */
class Grid {
  readonly #cells = new Map<string, { place: Point; size: number }[]>();

  /** @param side at least the largest distance at which two discs touch */
  constructor(readonly side: number) {}

  isFree(place: Point, size: number, padding: number): boolean {
    const [column, row] = this.#cellOf(place);
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of this.#cells.get(`${x} ${y}`) ?? [])
          if (Math.hypot(other.place.x - place.x, other.place.y - place.y) < (other.size + size) / 2 + padding)
            return false;
    return true;
  }

  add(place: Point, size: number): void {
    const key = this.#cellOf(place).join(" ");
    const cell = this.#cells.get(key);
    if (cell) cell.push({ place, size });
    else this.#cells.set(key, [{ place, size }]);
  }

  #cellOf = ({ x, y }: Point): [number, number] => [Math.floor(x / this.side), Math.floor(y / this.side)];
}
