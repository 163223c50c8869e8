import type { Box } from "../labels.ts";
import type { Point } from "../scene.ts";

/** `size` is a diameter. */
interface Sized {
  size: number;
  place?: Point;
}

/** Above this many the nodes of a drawing are made small enough to stand beside each other. */
const mostAtSize = 400;
/** Of the drawing's area, the part that nodes may cover then. */
const cover = 0.3;
/** The golden angle: a spiral comes by every spot around, the nearest first. */
const turn = 2.399963;
const mostTries = 2500;

/**
 * Moves nodes that cover one another apart, in the order given, to the nearest free spot within the frame: where they
 * stand says something, and beyond an axis it would say what is not so.
 */
export function spread<Node extends Sized>(given: readonly Node[], frame: Box, gap = 4): (Node & { place: Point })[] {
  const scale = scaleFor(given, (frame.x2 - frame.x1) * (frame.y2 - frame.y1));
  const isCrowded = scale < 1;
  const nodes = isCrowded ? given.map((node) => ({ ...node, size: node.size * scale })) : given;
  const isWithin = ({ x, y }: Point, half: number) =>
    x - half >= frame.x1 && x + half <= frame.x2 && y - half >= frame.y1 && y + half <= frame.y2;
  const air = gap * scale;
  const taken = new Grid(Math.max(8, ...nodes.map(({ size }) => size)) + air);
  /** By home, where many share one: how far around it all is taken. */
  const tried = new Map<string, number>();
  return nodes.map((node) => {
    const home = node.place!;
    const key = `${Math.round(home.x)} ${Math.round(home.y)}`;
    let tries = isCrowded ? (tried.get(key) ?? 0) : 0;
    let place = home;
    for (const end = tries + mostTries; tries < end; tries++) {
      const next = spot(home, tries, scale);
      if (tries > 0 && !isWithin(next, node.size / 2)) continue;
      place = next;
      if (taken.isFree(place, node.size, air)) break;
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

function scaleFor(nodes: readonly Sized[], area: number): number {
  if (nodes.length <= mostAtSize) return 1;
  const needed = nodes.reduce((sum, { size }) => sum + size ** 2, 0);
  return Math.min(1, Math.sqrt((cover * area) / needed));
}

/** Discs by the cell that their middle is in. */
class Grid {
  readonly #cells = new Map<string, { place: Point; size: number }[]>();

  /** @param side at least the largest distance at which two discs touch */
  constructor(readonly side: number) {}

  isFree(place: Point, size: number, air: number): boolean {
    const [column, row] = this.#cellOf(place);
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of this.#cells.get(`${x} ${y}`) ?? [])
          if (Math.hypot(other.place.x - place.x, other.place.y - place.y) < (other.size + size) / 2 + air)
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
