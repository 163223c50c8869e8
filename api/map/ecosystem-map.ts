import type { ActorKind } from "../../cypher/model/document.ts";
import type { IdOf } from "../shared/node-id.ts";
import type { MapEdge } from "./map-edge.ts";
import type { MapEdgeKind } from "./map-edge-kind.ts";
import { type MapRecords, mapEdges } from "./map-edges.ts";
import { type MapNode, type MapNodeKind, mapNodes } from "./map-nodes.ts";

export interface EcosystemMap {
  nodes: MapNode[];
  edges: MapEdge[];
  truncated: boolean;
}

export interface MapFilter {
  kinds?: readonly MapNodeKind[] | null;
  actorKinds?: readonly ActorKind[] | null;
  edgeKinds?: readonly MapEdgeKind[] | null;
  /** Id of a node: only its neighbourhood within `depth` steps (1 when absent). */
  around?: string | null;
  depth?: number | null;
  /** Maximum number of nodes, those with the most edges first. */
  limit?: number | null;
}

const limitWhenAbsent = 20_000;

/**
 * Nodes and edges for drawing. `records` are those in force at a date, or those of all dates: then each node and edge
 * has its validity. An edge is drawn only between nodes that are on the map.
 */
export function ecosystemMap(records: MapRecords, filter: MapFilter, id: IdOf): EcosystemMap {
  const { kinds, actorKinds, edgeKinds } = filter;
  let nodes = mapNodes(records, id);
  if (kinds) nodes = nodes.filter(({ kind }) => kinds.includes(kind));
  if (actorKinds)
    nodes = nodes.filter((node) => !node.actorKinds || node.actorKinds.some((kind) => actorKinds.includes(kind)));
  let edges = mapEdges(records, id);
  if (edgeKinds) edges = edges.filter(({ kind }) => edgeKinds.includes(kind));
  edges = between(nodes, edges);
  if (filter.around) {
    const near = neighbourhood(filter.around, filter.depth ?? 1, nodes, edges);
    nodes = nodes.filter((node) => near.has(node.id));
    edges = between(nodes, edges);
  }
  const limit = filter.limit ?? limitWhenAbsent;
  const truncated = nodes.length > limit;
  if (truncated) {
    nodes = bestConnected(nodes, edges, limit, filter.around);
    edges = between(nodes, edges);
  }
  return { nodes, edges, truncated };
}

function between(nodes: readonly MapNode[], edges: readonly MapEdge[]): MapEdge[] {
  const ids = new Set(nodes.map((node) => node.id));
  return edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
}

function neighbourhood(
  start: string,
  depth: number,
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
): Set<string> {
  const near = new Set(nodes.some(({ id }) => id === start) ? [start] : []);
  for (let step = 0; step < depth; step++) {
    const before = new Set(near);
    for (const { source, target } of edges) {
      if (before.has(source)) near.add(target);
      if (before.has(target)) near.add(source);
    }
    if (near.size === before.size) break;
  }
  return near;
}

function bestConnected(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  limit: number,
  around?: string | null,
): MapNode[] {
  const degree = new Map<string, number>();
  for (const { source, target } of edges) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  const rank = (node: MapNode) => (node.id === around ? Number.POSITIVE_INFINITY : (degree.get(node.id) ?? 0));
  // A stable sort: equal ones stay in the document's order.
  const kept = new Set([...nodes].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a))).slice(0, limit));
  return nodes.filter((node) => kept.has(node));
}
