import { inLines } from "../../lenses/actor-node.ts";
import { middleOf } from "../../model/group/with-collapsed-groups.ts";
import { looks } from "../../model/kinds.ts";
import type { Composition, Point, Scene, SceneEdge, SceneNode } from "../../model/scene.ts";
import type { Cluster } from "./cluster.ts";

/** A scene indexed by cluster, so that any set of expanded clusters is quickly assembled. */
export interface ClusteredScene {
  clusters: readonly ClusterPart[];
  /** By node id. */
  clusterOf: ReadonlyMap<string, ClusterPart>;
  /** In no cluster: always drawn. */
  rest: readonly SceneNode[];
  /** Edges between nodes in no cluster, or in two different ones. */
  across: readonly SceneEdge[];
  /** Edges between clusters. */
  betweenClusters: readonly SceneEdge[];
}

export interface ClusterPart {
  cluster: Cluster;
  node: SceneNode;
  members: readonly SceneNode[];
  within: readonly SceneEdge[];
  /** Number of edges from this cluster to each other one, by its id: an edge counts at its source. */
  ties: ReadonlyMap<string, number>;
}

/** Only the strongest edges between clusters are drawn: with all of them the map would be unreadable. */
const maxTiesPerCluster = 3;

/** @param places positions of the scene's nodes, in world units */
export function clusteredSceneOf(scene: Scene, places: ReadonlyMap<string, Point>): ClusteredScene {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const raw = (scene.clusters ?? []).map((cluster) => {
    const members = cluster.members.flatMap((id) => nodes.get(id) ?? []);
    const points = members.flatMap(({ id }) => places.get(id) ?? []);
    return { cluster, members, ...spreadOf(points) };
  });
  // Area in proportion to the number of members, and hardly larger than the extent of their positions; a cluster with a
  // maximum size never exceeds it.
  const small = raw.every(({ cluster }) => cluster.room) ? 0.4 : 0.15;
  const scale = lowOf(
    raw.map(({ cluster, members, reach }) => (cluster.room ?? Math.max(20, 1.7 * reach)) / Math.sqrt(members.length)),
    small,
  );
  const clusterOf = new Map<string, ClusterPart>();
  const clusters = raw.map(({ cluster, members, middle }): ClusterPart => {
    const part = {
      cluster,
      members,
      within: [],
      ties: new Map<string, number>(),
      node: clusterNode(
        cluster,
        members,
        middle,
        Math.min(scale * Math.sqrt(members.length), cluster.room ?? Number.POSITIVE_INFINITY),
      ),
    };
    for (const { id } of members) clusterOf.set(id, part);
    return part;
  });
  const across: SceneEdge[] = [];
  const pairs = new Map<string, SceneEdge & { count: number }>();
  for (const edge of scene.edges) {
    const a = clusterOf.get(edge.source);
    const b = clusterOf.get(edge.target);
    if (a && a === b) (a.within as SceneEdge[]).push(edge);
    else across.push(edge);
    if (!a || !b || a === b) continue;
    (a.ties as Map<string, number>).set(b.cluster.id, (a.ties.get(b.cluster.id) ?? 0) + 1);
    if (edge.kind !== "THREAD") count(pairs, edge, a.cluster.id, b.cluster.id);
  }
  return {
    clusters,
    clusterOf,
    rest: scene.nodes.filter(({ id }) => !clusterOf.has(id)),
    across,
    betweenClusters: heaviestOf([...pairs.values()]),
  };
}

/**
 * The scene with each collapsed cluster as one node. Expanded clusters are drawn in full; their edges to collapsed ones
 * only for the selected records, since lines that leave the viewport hide more than they show.
 */
export function drawnSceneOf(
  scene: Scene,
  parts: ClusteredScene,
  open: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): Scene {
  const isOpen = (part: ClusterPart) => open.has(part.cluster.id);
  const nodes: SceneNode[] = [...parts.rest];
  const edges: SceneEdge[] = [];
  for (const part of parts.clusters) {
    if (isOpen(part)) {
      nodes.push(...part.members);
      edges.push(...part.within);
    } else nodes.push(part.node);
  }
  // At a high zoom they would be wide bands over the nodes drawn in full.
  if (open.size === 0) edges.push(...parts.betweenClusters);
  for (const edge of parts.across) {
    const a = parts.clusterOf.get(edge.source);
    const b = parts.clusterOf.get(edge.target);
    const closedA = a && !isOpen(a);
    const closedB = b && !isOpen(b);
    if (!closedA && !closedB) edges.push(edge);
    else if (edge.kind !== "THREAD" && !(closedA && closedB)) {
      // For a single node, or a selected one, the edges show where it leads.
      const near = closedA ? edge.target : edge.source;
      if (chosen.has(near) || !parts.clusterOf.has(near))
        edges.push({
          ...edge,
          id: `${edge.id}~cluster`,
          toCluster: true,
          source: closedA ? a.cluster.id : edge.source,
          target: closedB ? b.cluster.id : edge.target,
        });
    }
  }
  const isDrawn = (id: string) => {
    const part = parts.clusterOf.get(id);
    return !part || isOpen(part);
  };
  return {
    ...scene,
    nodes,
    edges,
    background: scene.background.filter((item) => !("node" in item) || isDrawn(item.node)),
  };
}

function clusterNode(
  { id, label }: Cluster,
  members: readonly SceneNode[],
  place: Point | null,
  size: number,
): SceneNode {
  const composition: Composition = {};
  for (const { look } of members) composition[look] = (composition[look] ?? 0) + 1;
  const [max] = (Object.entries(composition) as [SceneNode["look"], number][]).reduce((best, entry) =>
    entry[1] > best[1] ? entry : best,
  );
  const records = `${members.length} records`;
  return {
    id,
    record: id,
    name: `${label}, ${records}`,
    label: label.startsWith(String(members.length)) ? label : `${inLines(label, 26).replace("\n", " ")}\n${records}`,
    look: max,
    colour: looks[max].colour,
    shape: "ellipse",
    size,
    confidence: 1,
    lead: false,
    priority: members.length,
    composition,
    ...(place && { place }),
  };
}

const lowOf = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 1;

/** Centroid and spread: the radius of the disc that the members would fill evenly. */
function spreadOf(points: readonly Point[]): { middle: Point | null; reach: number } {
  if (points.length === 0) return { middle: null, reach: 0 };
  const middle = middleOf(points);
  const squares = points.reduce((sum, { x, y }) => sum + (x - middle.x) ** 2 + (y - middle.y) ** 2, 0);
  return { middle, reach: Math.sqrt((2 * squares) / points.length) };
}

function count(pairs: Map<string, SceneEdge & { count: number }>, edge: SceneEdge, a: string, b: string): void {
  const [source, target] = a < b ? [a, b] : [b, a];
  const id = `clusters:${source}~${target}`;
  const before = pairs.get(id);
  if (before) before.count++;
  else pairs.set(id, { id, source, target, kind: edge.kind, confidence: 1, count: 1, toCluster: true });
}

function heaviestOf(edges: readonly (SceneEdge & { count: number })[]): SceneEdge[] {
  const drawn = new Map<string, number>();
  const sorted = [...edges].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return sorted.filter(({ source, target }) => {
    const isWanted = [source, target].some((end) => (drawn.get(end) ?? 0) < maxTiesPerCluster);
    if (isWanted) for (const end of [source, target]) drawn.set(end, (drawn.get(end) ?? 0) + 1);
    return isWanted;
  });
}
