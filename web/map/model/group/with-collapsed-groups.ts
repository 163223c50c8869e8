import { territoryAt } from "../../canvas/background/draw.ts";
import { inLines } from "../../lenses/actor-node.ts";
import type { Point, Scene, SceneEdge, SceneNode, SceneStep } from "../scene.ts";
import { type CollapsedGroup, collapsedGroupsOf } from "./collapsed-groups.ts";

/**
 * Draws each collapsed group as one node at the centre of its members, sized by their number, with one relation of a
 * kind to each neighbour. In the Boundaries lens it has one actor marker in each territory where a member has one. The
 * members keep their places for expanding.
 */
export const withCollapsedGroups: SceneStep = (scene, selection, search) => {
  const collapsedGroups = collapsedGroupsOf(selection, search);
  return collapsedGroups.length === 0 ? scene : collapse(scene, collapsedGroups);
};

export function collapse(scene: Scene, collapsedGroups: readonly CollapsedGroup[]): Scene {
  const groupOf = new Map(collapsedGroups.flatMap((one) => one.members.map((member) => [member, one] as const)));
  const territoryOf = ({ place }: SceneNode) => place && territoryAt(scene.background, place);

  const kept: SceneNode[] = [];
  const bodies = new Map<string, { group: CollapsedGroup; nodes: SceneNode[] }>();
  /** By the id of a node that is gone: the node that stands for it. */
  const standsFor = new Map<string, string>();
  for (const node of scene.nodes) {
    const into = groupOf.get(node.record);
    if (!into) {
      kept.push(node);
      continue;
    }
    const where = territoryOf(node);
    const body = where ? `${into.id}@${where}` : into.id;
    const found = bodies.get(body);
    if (found) found.nodes.push(node);
    else bodies.set(body, { group: into, nodes: [node] });
    standsFor.set(node.id, body);
  }

  /** By group: its largest node, which has the group's own id, so that it animates from lens to lens. */
  const homes = new Map<string, string>();
  const nodes: SceneNode[] = [];
  const bySize = [...bodies].sort(([, a], [, b]) => b.nodes.length - a.nodes.length);
  for (const [body, { group: of, nodes: members }] of bySize) {
    const isHome = !homes.has(of.id);
    if (isHome) homes.set(of.id, body);
    nodes.push(groupNode(of, isHome ? of.id : body, members));
  }
  const idOf = (id: string) => {
    const body = standsFor.get(id);
    if (!body) return id;
    const of = bodies.get(body)!.group.id;
    return homes.get(of) === body ? of : body;
  };
  const threads = bySize.flatMap(([body, { group: of }]): SceneEdge[] =>
    homes.get(of.id) === body
      ? []
      : [{ id: `thread:${body}`, source: of.id, target: body, kind: "THREAD", confidence: 1 }],
  );
  return {
    ...scene,
    nodes: [...kept, ...nodes],
    edges: [...bundled(scene.edges, idOf), ...threads],
    background: scene.background.filter((item) => !("node" in item) || !standsFor.has(item.node)),
  };
}

function groupNode(
  { label, members, id: record }: CollapsedGroup,
  id: string,
  bodies: readonly SceneNode[],
): SceneNode {
  const max = maxFrequent(bodies);
  const places = bodies.flatMap(({ place }) => place ?? []);
  const { emphasis: _, competitor: __, ...rest } = max;
  // Attributes that its members do not share are left out.
  for (const name of ["shade", "ring", "change", "ghost", "voice", "inferred"] as const)
    if (bodies.some((node) => node[name] !== rest[name])) delete rest[name];
  const emphasis = bodies.some((node) => node.emphasis === "on") ? "on" : max.emphasis;
  return {
    ...rest,
    id,
    record,
    members,
    name: `${label}, group of ${members.length}`,
    label: `${inLines(label, 20).replace("\n", " ")}\n${members.length} actors`,
    size: 20 + 8 * Math.sqrt(bodies.length),
    confidence: Math.min(...bodies.map((node) => node.confidence)),
    lead: bodies.some((node) => node.lead),
    priority: Math.max(...bodies.map((node) => node.priority)) + bodies.length,
    ...(emphasis && { emphasis }),
    ...(places.length > 0 && { place: middleOf(places) }),
  };
}

/** Merges relations of one kind and direction between the same nodes, with their number; none within a group. */
function bundled(edges: readonly SceneEdge[], idOf: (id: string) => string): SceneEdge[] {
  const result = new Map<string, SceneEdge>();
  for (const edge of edges) {
    const source = idOf(edge.source);
    const target = idOf(edge.target);
    if (source === edge.source && target === edge.target) {
      result.set(edge.id, edge);
      continue;
    }
    if (source === target || edge.kind === "THREAD") continue;
    const id = `${source}~${edge.kind}~${target}`;
    const before = result.get(id);
    const { width: _, unknown: __, change: ___, ghost: ____, ...rest } = edge;
    result.set(id, {
      ...rest,
      id,
      source,
      target,
      count: (before?.count ?? 0) + 1,
      confidence: Math.max(before?.confidence ?? 0, edge.confidence),
      ...(before?.emphasis === "on" && { emphasis: "on" as const }),
    });
  }
  return [...result.values()];
}

/** The first member with the most frequent style. */
function maxFrequent(nodes: readonly SceneNode[]): SceneNode {
  const counts = new Map<string, number>();
  for (const { look } of nodes) counts.set(look, (counts.get(look) ?? 0) + 1);
  return nodes.reduce((best, node) => (counts.get(node.look)! > counts.get(best.look)! ? node : best));
}

export function middleOf(places: readonly Point[]): Point {
  const sum = places.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}
