import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import { addTo } from "../../shared/groups.ts";
import type { Point } from "../model/scene.ts";
import { inDisc, packedDiscs, radiusOf, withLoners } from "./discs.ts";
import type { LayoutTask } from "./task.ts";

/** World units: a node with some padding. */
const diameter = 40;

/**
 * Two-level layout of a large map: first the groups as discs, those with many edges near to each other, then the nodes
 * of each within its disc. Both by forceatlas2 and noverlap. @param tell receives the progress, 0..1
 */
export function inGroups({ nodes, edges, groups = [] }: LayoutTask, tell: (share: number) => void): Map<string, Point> {
  const all = withLoners(
    nodes.map(({ id }) => id),
    groups,
  );
  const groupOf = new Map(all.flatMap((members, g) => members.map((id) => [id, g] as const)));
  const ties = edges.flatMap(([a, b]): [number, number][] => {
    const ends = [groupOf.get(a), groupOf.get(b)] as const;
    return ends[0] === undefined || ends[1] === undefined ? [] : [[ends[0], ends[1]]];
  });
  const middles = laidDiscs(all, ties);
  tell(0.2);
  const within = new Map<number, (readonly [string, string])[]>();
  edges.forEach(([a, b]) => {
    const g = groupOf.get(a);
    if (g === undefined || g !== groupOf.get(b) || a === b) return;
    addTo(within, g, [a, b]);
  });
  const places = new Map<string, Point>();
  all.forEach((members, g) => {
    for (const [id, place] of laidMembers(members, within.get(g) ?? [], middles[g]!)) places.set(id, place);
    tell(0.2 + (0.8 * places.size) / nodes.length);
  });
  return places;
}

/** Centres of the groups' discs. */
function laidDiscs(groups: readonly (readonly string[])[], ties: readonly [number, number][]): Point[] {
  if (ties.every(([a, b]) => a === b)) return packedDiscs(groups.map(({ length }) => length));
  const graph = new Graph({ type: "undirected" });
  packedDiscs(groups.map(({ length }) => length)).forEach(({ x, y, r }, g) => void graph.addNode(g, { x, y, size: r }));
  for (const [a, b] of ties) {
    if (a === b) continue;
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, "weight", (weight: number) => weight + 1);
    else graph.addEdge(a, b, { weight: 1 });
  }
  // Normalised by size: a hundred edges between two large groups mean less than ten between two small ones.
  graph.updateEachEdgeAttributes((_, { weight }, a, b) => ({
    weight: weight / Math.sqrt(groups[Number(a)]!.length * groups[Number(b)]!.length),
  }));
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: true, edgeWeightInfluence: 1, gravity: 3 };
  forceAtlas2.assign(graph, { iterations: 200, settings });
  noverlap.assign(graph, { maxIterations: 300, settings: { margin: 60, ratio: 1, expansion: 1.05 } });
  return graph.mapNodes((_, { x, y }) => ({ x, y }));
}

/** Positions of a group's members, connected ones near to each other, at the density of its disc. */
function laidMembers(
  members: readonly string[],
  edges: readonly (readonly [string, string])[],
  middle: Point,
): Map<string, Point> {
  if (members.length < 3) return new Map(members.map((id, i) => [id, inDisc(i, middle)]));
  const graph = new Graph({ type: "undirected" });
  members.forEach((id, i) => void graph.addNode(id, { ...inDisc(i, { x: 0, y: 0 }), size: diameter / 2 }));
  for (const [a, b] of edges) graph.mergeEdge(a, b);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: members.length > 250,
    gravity: 1.5,
    scalingRatio: 20,
  };
  forceAtlas2.assign(graph, { iterations: 120, settings });
  intoDisc(graph, radiusOf(members.length));
  noverlap.assign(graph, { maxIterations: 60, settings: { margin: 4, ratio: 1 } });
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x: x + middle.x, y: y + middle.y }]));
}

/**
 * Scales positions into a disc around the origin; outliers are moved most, so that one of them does not compress the
 * rest.
 */
function intoDisc(graph: Graph, radius: number): void {
  const count = graph.order;
  const middle = { x: 0, y: 0 };
  graph.forEachNode((_, { x, y }) => {
    middle.x += x / count;
    middle.y += y / count;
  });
  const polar = graph.mapNodes((id, { x, y }) => ({
    id,
    angle: Math.atan2(y - middle.y, x - middle.x),
    distance: Math.hypot(x - middle.x, y - middle.y),
  }));
  polar.sort((a, b) => a.distance - b.distance);
  polar.forEach(({ id, angle, distance }, i) => {
    // Half by rank, which fills the disc evenly, half by the distance that the forces gave.
    const even = radius * Math.sqrt((i + 0.5) / count);
    const own = (radius * distance) / (polar.at(-1)!.distance || 1);
    const reach = (even + own) / 2;
    graph.mergeNodeAttributes(id, { x: reach * Math.cos(angle), y: reach * Math.sin(angle) });
  });
}
