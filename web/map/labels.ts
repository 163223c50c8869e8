import type { Anchor } from "./scene.ts";

/** A node as the label pass sees it, in pixels of the screen. */
export interface Labelled {
  id: string;
  x: number;
  y: number;
  /** From the middle to the node's edge. */
  radius: number;
  /** The label's box. */
  width: number;
  height: number;
  priority: number;
  /** Where its label stood before: kept while it fits, so that labels do not hop about. */
  before?: Anchor | null;
}

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const air = 3;

/**
 * Where each label stands, or null for those that would lie on a more important one or on a node: greedy, most
 * important first, each at the first of the allowed anchors that is free.
 */
export function placeLabels(nodes: readonly Labelled[], allowed: readonly Anchor[]): Map<string, Anchor | null> {
  const taken = new Grid();
  for (const node of nodes) {
    // A node's corners are empty: its body is taken a little smaller than its box.
    const half = node.radius * 0.85;
    taken.add({ x1: node.x - half, y1: node.y - half, x2: node.x + half, y2: node.y + half }, node.id);
  }
  const result = new Map<string, Anchor | null>();
  for (const node of [...nodes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    const order = node.before && allowed.includes(node.before) ? [node.before, ...allowed] : allowed;
    const anchor = order.find((candidate) => !taken.hits(boxAt(node, candidate), node.id)) ?? null;
    if (anchor) taken.add(boxAt(node, anchor), node.id);
    result.set(node.id, anchor);
  }
  return result;
}

export function boxAt({ x, y, radius, width, height }: Labelled, anchor: Anchor): Box {
  const reach = radius + air;
  switch (anchor) {
    case "bottom":
      return { x1: x - width / 2, x2: x + width / 2, y1: y + reach, y2: y + reach + height };
    case "top":
      return { x1: x - width / 2, x2: x + width / 2, y1: y - reach - height, y2: y - reach };
    case "right":
      return { x1: x + reach, x2: x + reach + width, y1: y - height / 2, y2: y + height / 2 };
    case "left":
      return { x1: x - reach - width, x2: x - reach, y1: y - height / 2, y2: y + height / 2 };
  }
}

const cell = 64;

/** Boxes by the squares that they touch: whether one is hit costs the same for ten nodes and for thousands. */
class Grid {
  readonly #cells = new Map<string, { box: Box; owner: string }[]>();

  add(box: Box, owner: string): void {
    for (const key of this.#keys(box)) {
      const list = this.#cells.get(key);
      if (list) list.push({ box, owner });
      else this.#cells.set(key, [{ box, owner }]);
    }
  }

  hits(box: Box, owner: string): boolean {
    for (const key of this.#keys(box))
      for (const other of this.#cells.get(key) ?? [])
        if (
          other.owner !== owner &&
          box.x1 < other.box.x2 &&
          other.box.x1 < box.x2 &&
          box.y1 < other.box.y2 &&
          other.box.y1 < box.y2
        )
          return true;
    return false;
  }

  *#keys({ x1, y1, x2, y2 }: Box): Generator<string> {
    for (let i = Math.floor(x1 / cell); i <= Math.floor(x2 / cell); i++)
      for (let j = Math.floor(y1 / cell); j <= Math.floor(y2 / cell); j++) yield `${i},${j}`;
  }
}
