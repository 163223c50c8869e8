import { packSiblings } from "d3-hierarchy";
import type { Point } from "../model/scene.ts";

/** The golden angle: a spiral of evenly dense points. */
const turn = 2.399963;
/** World units between neighbours in a disc. */
const spacing = 66;
/** Margin around a disc, as a fraction of its radius. */
const padding = 1.12;

/** Most windows are wider than high; discs beside each other need room for names. */
const breadth = 1.3;

/** Radius of a disc with room for this many nodes, in world units. */
export const radiusOf = (count: number): number => spacing * 0.56 * Math.sqrt(count) + spacing / 2;

/** The i-th point of a disc that is filled from its centre. */
export const inDisc = (i: number, middle: Point): Point => ({
  x: middle.x + spacing * 0.56 * Math.sqrt(i) * Math.cos(i * turn),
  y: middle.y + spacing * 0.56 * Math.sqrt(i) * Math.sin(i * turn),
});

/** Disc packing: groups as discs close together, the first in the centre, in the order of the groups. */
export function packedDiscs(sizes: readonly number[]): (Point & { r: number })[] {
  const discs = sizes.map((size, i) => ({ i, x: 0, y: 0, r: radiusOf(size) * padding }));
  packSiblings([...discs].sort((a, b) => b.r - a.r || a.i - b.i));
  return discs.map(({ x, y, r }) => ({ x: x * breadth, y, r: r / padding }));
}

/** Initial positions of nodes in groups: each group in its disc; a node in no group is a group of one. */
export function discPlaces(ids: readonly string[], groups: readonly (readonly string[])[]): Map<string, Point> {
  const all = withLoners(ids, groups);
  const discs = packedDiscs(all.map(({ length }) => length));
  return new Map(all.flatMap((members, g) => members.map((id, i) => [id, inDisc(i, discs[g]!)] as const)));
}

/** The groups of these nodes, with nodes in no group as groups of one. */
export function withLoners(ids: readonly string[], groups: readonly (readonly string[])[]): (readonly string[])[] {
  const left = new Set(ids);
  const within = groups.map((members) => members.filter((id) => left.delete(id))).filter(({ length }) => length > 0);
  return [...within, ...[...left].map((id) => [id])];
}
