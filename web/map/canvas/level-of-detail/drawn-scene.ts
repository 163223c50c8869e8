import { inLines } from "../../lenses/actor-node.ts";
import { middleOf } from "../../model/group/with-collapsed-groups.ts";
import { looks } from "../../model/kinds.ts";
import type { Held, Point, Scene, SceneEdge, SceneNode } from "../../model/scene.ts";
import type { Region } from "./cluster.ts";

/** A scene taken apart by region, so that any choice of open ones is soon put together. */
export interface Parts {
  regions: readonly Part[];
  /** By node id. */
  regionOf: ReadonlyMap<string, Part>;
  /** In no region: always drawn. */
  rest: readonly SceneNode[];
  /** Ties between what is in no region, or in two. */
  across: readonly SceneEdge[];
  /** Ties between regions. */
  far: readonly SceneEdge[];
}

export interface Part {
  region: Region;
  node: SceneNode;
  members: readonly SceneNode[];
  within: readonly SceneEdge[];
  /** How many ties lead from here to each other region, by its id: a tie counts where it begins. */
  ties: ReadonlyMap<string, number>;
}

/** Of a region's ties to others only so many are drawn, the heaviest: with all of them nothing could be read. */
const heaviest = 3;

/** @param places where the nodes of the scene stand, in world units */
export function partsOf(scene: Scene, places: ReadonlyMap<string, Point>): Parts {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const raw = (scene.regions ?? []).map((region) => {
    const members = region.members.flatMap((id) => nodes.get(id) ?? []);
    const points = members.flatMap(({ id }) => places.get(id) ?? []);
    return { region, members, ...spreadOf(points) };
  });
  // As large as they are many, and hardly one so large that it reaches beyond where its members stand; what is given its
  // room never does.
  const small = raw.every(({ region }) => region.room) ? 0.4 : 0.15;
  const scale = lowOf(
    raw.map(({ region, members, reach }) => (region.room ?? Math.max(20, 1.7 * reach)) / Math.sqrt(members.length)),
    small,
  );
  const regionOf = new Map<string, Part>();
  const regions = raw.map(({ region, members, middle }): Part => {
    const part = {
      region,
      members,
      within: [],
      ties: new Map<string, number>(),
      node: regionNode(
        region,
        members,
        middle,
        Math.min(scale * Math.sqrt(members.length), region.room ?? Number.POSITIVE_INFINITY),
      ),
    };
    for (const { id } of members) regionOf.set(id, part);
    return part;
  });
  const across: SceneEdge[] = [];
  const pairs = new Map<string, SceneEdge & { count: number }>();
  for (const edge of scene.edges) {
    const a = regionOf.get(edge.source);
    const b = regionOf.get(edge.target);
    if (a && a === b) (a.within as SceneEdge[]).push(edge);
    else across.push(edge);
    if (!a || !b || a === b) continue;
    (a.ties as Map<string, number>).set(b.region.id, (a.ties.get(b.region.id) ?? 0) + 1);
    if (edge.kind !== "THREAD") count(pairs, edge, a.region.id, b.region.id);
  }
  return {
    regions,
    regionOf,
    rest: scene.nodes.filter(({ id }) => !regionOf.has(id)),
    across,
    far: heaviestOf([...pairs.values()]),
  };
}

/**
 * The scene with closed regions as one node each. What is open is drawn in full; its ties to what is closed only for
 * the records that are chosen, since lines that leave the window tell little and hide much.
 */
export function drawnOf(scene: Scene, parts: Parts, open: ReadonlySet<string>, chosen: ReadonlySet<string>): Scene {
  const isOpen = (part: Part) => open.has(part.region.id);
  const nodes: SceneNode[] = [...parts.rest];
  const edges: SceneEdge[] = [];
  for (const part of parts.regions) {
    if (isOpen(part)) {
      nodes.push(...part.members);
      edges.push(...part.within);
    } else nodes.push(part.node);
  }
  // Near by they would lie as broad bands over what is drawn in full.
  if (open.size === 0) edges.push(...parts.far);
  for (const edge of parts.across) {
    const a = parts.regionOf.get(edge.source);
    const b = parts.regionOf.get(edge.target);
    const closedA = a && !isOpen(a);
    const closedB = b && !isOpen(b);
    if (!closedA && !closedB) edges.push(edge);
    else if (edge.kind !== "THREAD" && !(closedA && closedB)) {
      // Of one that stands alone, or is chosen, it is told where it leads.
      const near = closedA ? edge.target : edge.source;
      if (chosen.has(near) || !parts.regionOf.has(near))
        edges.push({
          ...edge,
          id: `${edge.id}~far`,
          far: true,
          source: closedA ? a.region.id : edge.source,
          target: closedB ? b.region.id : edge.target,
        });
    }
  }
  const isDrawn = (id: string) => {
    const part = parts.regionOf.get(id);
    return !part || isOpen(part);
  };
  return { ...scene, nodes, edges, marks: scene.marks.filter((mark) => !("node" in mark) || isDrawn(mark.node)) };
}

function regionNode(
  { id, label }: Region,
  members: readonly SceneNode[],
  place: Point | null,
  size: number,
): SceneNode {
  const held: Held = {};
  for (const { look } of members) held[look] = (held[look] ?? 0) + 1;
  const [most] = (Object.entries(held) as [SceneNode["look"], number][]).reduce((best, entry) =>
    entry[1] > best[1] ? entry : best,
  );
  const records = `${members.length} records`;
  return {
    id,
    record: id,
    name: `${label}, ${records}`,
    label: label.startsWith(String(members.length)) ? label : `${inLines(label, 26).replace("\n", " ")}\n${records}`,
    look: most,
    colour: looks[most].colour,
    shape: "ellipse",
    size,
    confidence: 1,
    lead: false,
    priority: members.length,
    held,
    ...(place && { place }),
  };
}

const lowOf = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 1;

/** Their middle, and how far they reach about it: the radius of the disc that they would fill evenly. */
function spreadOf(points: readonly Point[]): { middle: Point | null; reach: number } {
  if (points.length === 0) return { middle: null, reach: 0 };
  const middle = middleOf(points);
  const squares = points.reduce((sum, { x, y }) => sum + (x - middle.x) ** 2 + (y - middle.y) ** 2, 0);
  return { middle, reach: Math.sqrt((2 * squares) / points.length) };
}

function count(pairs: Map<string, SceneEdge & { count: number }>, edge: SceneEdge, a: string, b: string): void {
  const [source, target] = a < b ? [a, b] : [b, a];
  const id = `far:${source}~${target}`;
  const before = pairs.get(id);
  if (before) before.count++;
  else pairs.set(id, { id, source, target, kind: edge.kind, confidence: 1, count: 1, far: true });
}

function heaviestOf(edges: readonly (SceneEdge & { count: number })[]): SceneEdge[] {
  const drawn = new Map<string, number>();
  const sorted = [...edges].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return sorted.filter(({ source, target }) => {
    const isWanted = [source, target].some((end) => (drawn.get(end) ?? 0) < heaviest);
    if (isWanted) for (const end of [source, target]) drawn.set(end, (drawn.get(end) ?? 0) + 1);
    return isWanted;
  });
}
