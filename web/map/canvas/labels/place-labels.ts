import RBush from "rbush";
import type { Anchor } from "../../model/scene.ts";

/** A node as label placement uses it, in pixels of the screen. */
export interface Labelled {
  id: string;
  x: number;
  y: number;
  /** Distance from the centre to the node's edge. */
  radius: number;
  /** The label's box. */
  width: number;
  height: number;
  /** Boxes of shorter forms of the label, tried in turn where the whole one has no room. */
  shorter?: readonly { width: number; height: number }[];
  priority: number;
  /** Former placement, kept while it fits, so that labels do not jump. */
  before?: LabelPlace | null;
  /** Area that the label must not leave. */
  within?: Box;
  /** Where no place is free, the label may cover a less important node, but never a text. */
  must?: boolean;
  /** Where no place beside the node is free, the label may be placed on the node itself. */
  hollow?: boolean;
}

/** Beside its node, or in the centre of a hollow one. */
export type LabelPlace = Anchor | "centre";

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Between a node and its label, in pixels. */
export const labelPadding = 3;
const textOwner = "";
/** Of more nodes labels do not make room for one another: there are too many to be tried between two frames. */
export const maxMakingRoom = 400;

/**
 * Label placement: position of each label, or null for one that would cover a more important label or a node. Greedy,
 * the most important first, each at its first free anchor. No label covers an obstacle (background texts and overlays
 * of the canvas) or is cut by the edges of the viewport.
 */
export function placeLabels(
  nodes: readonly Labelled[],
  allowed: readonly Anchor[],
  obstacles: readonly Box[] = [],
  window?: Box,
  shortened?: Map<string, number>,
): Map<string, LabelPlace | null> {
  const taken = new RBush<Taken>();
  taken.load([
    ...obstacles.map((box) => entryOf(box, textOwner)),
    ...nodes.map(({ id, x, y, radius }) =>
      entryOf({ x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius }, id, true),
    ),
  ]);
  const isFree = (node: Labelled, box: Box, mayCover = false) =>
    isWithin(box, node.within) &&
    isWithin(box, window) &&
    taken
      .search(entryOf(box, node.id))
      .every((other) => other.owner === node.id || (other.isBody && (mayCover || !isInCircle(other, box))));
  const result = new Map<string, LabelPlace | null>();
  const labels = new Map<string, Taken>();
  const take = (node: Labelled, anchor: LabelPlace) => {
    const entry = entryOf(boxAt(node, anchor), node.id);
    taken.insert(entry);
    labels.set(node.id, entry);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** Moves the one label that is in the way to another of its anchors, where that lets both be written. */
  const makeRoom = (node: Labelled) => {
    for (const anchor of allowed) {
      const box = boxAt(node, anchor);
      const inWay = taken.search(entryOf(box, node.id)).filter(({ owner }) => owner !== node.id);
      const labelsInWay = inWay.filter((entry) => labels.get(entry.owner) === entry);
      const [label] = labelsInWay;
      if (!label || labelsInWay.length > 1) continue;
      const other = byId.get(label.owner)!;
      taken.remove(label);
      if (isFree(node, box)) {
        take(node, anchor);
        const next = allowed.find((candidate) => isFree(other, boxAt(other, candidate)));
        if (next) {
          take(other, next);
          result.set(node.id, anchor).set(other.id, next);
          return;
        }
        taken.remove(labels.get(node.id)!);
        labels.delete(node.id);
      }
      taken.insert(label);
    }
  };
  for (const node of [...nodes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    const places: readonly LabelPlace[] = node.hollow ? [...allowed, "centre"] : allowed;
    const order = node.before && places.includes(node.before) ? [node.before, ...places] : places;
    const anchor =
      order.find((candidate) => isFree(node, boxAt(node, candidate))) ??
      (node.must ? order.find((candidate) => isFree(node, boxAt(node, candidate), true)) : null) ??
      null;
    if (anchor) take(node, anchor);
    result.set(node.id, anchor);
  }
  if (nodes.length <= maxMakingRoom) for (const node of nodes) if (!result.get(node.id)) makeRoom(node);
  // Once all whole names stand, shorter forms fill what room is left.
  for (const node of shortened ? nodes : []) {
    if (!node.shorter || result.get(node.id)) continue;
    for (const [i, box] of node.shorter.entries()) {
      const shorter = { ...node, ...box };
      const anchor = allowed.find((candidate) => isFree(shorter, boxAt(shorter, candidate)));
      if (!anchor) continue;
      taken.insert(entryOf(boxAt(shorter, anchor), node.id));
      result.set(node.id, anchor);
      shortened!.set(node.id, i);
      break;
    }
  }
  return result;
}

export function boxAt({ x, y, radius, width, height }: Labelled, anchor: LabelPlace): Box {
  const reach = radius + labelPadding;
  switch (anchor) {
    case "bottom":
      return { x1: x - width / 2, x2: x + width / 2, y1: y + reach, y2: y + reach + height };
    case "top":
      return { x1: x - width / 2, x2: x + width / 2, y1: y - reach - height, y2: y - reach };
    case "right":
      return { x1: x + reach, x2: x + reach + width, y1: y - height / 2, y2: y + height / 2 };
    case "left":
      return { x1: x - reach - width, x2: x - reach, y1: y - height / 2, y2: y + height / 2 };
    case "centre":
      return { x1: x - width / 2, x2: x + width / 2, y1: y - height / 2, y2: y + height / 2 };
  }
}

interface Taken {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  owner: string;
  /** A node itself, not a text. */
  isBody: boolean;
}

/** Smaller than the box by epsilon: boxes that only touch do not overlap. */
const epsilon = 0.01;
const entryOf = ({ x1, y1, x2, y2 }: Box, owner: string, isBody = false): Taken => ({
  minX: x1 + epsilon,
  minY: y1 + epsilon,
  maxX: x2 - epsilon,
  maxY: y2 - epsilon,
  owner,
  isBody,
});

/** Whether a box overlaps the circle inside a node's square: its corners are empty. */
function isInCircle({ minX, minY, maxX, maxY }: Taken, box: Box): boolean {
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const across = Math.max(box.x1 - x, 0, x - box.x2);
  const down = Math.max(box.y1 - y, 0, y - box.y2);
  return Math.hypot(across, down) < (maxX - minX) / 2;
}

const isWithin = (box: Box, room: Box | undefined) =>
  !room || (box.x1 >= room.x1 && box.x2 <= room.x2 && box.y1 >= room.y1 && box.y2 <= room.y2);
