import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { Point } from "../model/scene.ts";
import { inDisc, packedDiscs, radiusOf, withLoners } from "./discs.ts";
import type { LayoutTask } from "./task.ts";

/** World units: a node with a little padding. */
const diameter = 40;

/**
 * A large map in two steps, as one reads it: first the groups as discs, those with many ties near to each other, then
 * the nodes of each within its disc. Both by forceatlas2 and noverlap. @param tell how far it is, 0..1
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
    const list = within.get(g);
    if (list) list.push([a, b]);
    else within.set(g, [[a, b]]);
  });
  const places = new Map<string, Point>();
  all.forEach((members, g) => {
    for (const [id, place] of laidMembers(members, within.get(g) ?? [], middles[g]!)) places.set(id, place);
    tell(0.2 + (0.8 * places.size) / nodes.length);
  });
  return places;
}

/** Middles of the groups' discs. */
function laidDiscs(groups: readonly (readonly string[])[], ties: readonly [number, number][]): Point[] {
  if (ties.every(([a, b]) => a === b)) return packedDiscs(groups.map(({ length }) => length));
  const graph = new Graph({ type: "undirected" });
  packedDiscs(groups.map(({ length }) => length)).forEach(({ x, y, r }, g) => void graph.addNode(g, { x, y, size: r }));
  for (const [a, b] of ties) {
    if (a === b) continue;
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, "weight", (weight: number) => weight + 1);
    else graph.addEdge(a, b, { weight: 1 });
  }
  // A hundred ties between two large groups say less than ten between two small ones.
  graph.updateEachEdgeAttributes((_, { weight }, a, b) => ({
    weight: weight / Math.sqrt(groups[Number(a)]!.length * groups[Number(b)]!.length),
  }));
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: true, edgeWeightInfluence: 1, gravity: 3 };
  forceAtlas2.assign(graph, { iterations: 200, settings });
  noverlap.assign(graph, { maxIterations: 300, settings: { margin: 60, ratio: 1, expansion: 1.05 } });
  return graph.mapNodes((_, { x, y }) => ({ x, y }));
}

/** The members of a group, those tied to one another near to each other, as dense as its disc is large. */
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

/** Into a disc around the origin: those far out are drawn in the more, so that a straggler does not press the rest together. */
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
    // Half by its rank, which fills the disc evenly, half by the forces' own distance.
    const even = radius * Math.sqrt((i + 0.5) / count);
    const own = (radius * distance) / (polar.at(-1)!.distance || 1);
    const reach = (even + own) / 2;
    graph.mergeNodeAttributes(id, { x: reach * Math.cos(angle), y: reach * Math.sin(angle) });
  });
}
