import type { Group } from "../model/group/group.ts";
import type { Point, Scene, SceneNode } from "../model/scene.ts";
import { discPlaces } from "./discs.ts";
import { type LayoutTask, startPlaces } from "./task.ts";

/** Where everything stands for now, and what is still to be laid out; null when nothing is. */
interface NetworkPlan {
  shown: Map<string, Point>;
  task: LayoutTask | null;
}

/**
 * Positions of the network's nodes. A node with a position keeps it, whatever a filter, a date or an import changed;
 * new ones start beside their neighbours until the task is done. Pins override these positions without changing them:
 * an unpinned node returns to its own, and pins that arrive late move no other node.
 */
export function planNetwork(scene: Scene, places: Map<string, Point>, pinned: ReadonlyMap<string, Point>): NetworkPlan {
  if (scene.arrangement) return planGroups(scene, scene.arrangement.groups, places);
  const tied = new Set(scene.edges.flatMap(({ source, target }) => (source === target ? [] : [source, target])));
  const related = scene.nodes.filter(({ id }) => tied.has(id));
  const isolates = scene.nodes.filter(({ id }) => !tied.has(id));
  const known = new Map(
    related.flatMap(({ id }): [string, Point][] => (places.has(id) ? [[id, pinned.get(id) ?? places.get(id)!]] : [])),
  );
  let task: LayoutTask | null = null;
  const shown = new Map(places);
  if (known.size < related.length) {
    const edges = scene.edges.map(({ source, target }) => [source, target] as const);
    const groups = known.size === 0 ? scene.clusters?.map(({ members }) => members.filter((id) => tied.has(id))) : null;
    const ids = related.map(({ id }) => id);
    const starts = groups ? discPlaces(ids, groups) : startPlaces(ids, edges, known);
    for (const [id, place] of starts) shown.set(id, place);
    const nodes = related.map(({ id, size, label }) => ({
      id,
      ...(known.get(id) ?? starts.get(id)!),
      fixed: known.has(id),
      size,
      label,
    }));
    task = { nodes, edges, isolates: isolates.length, ...(groups && { groups }) };
  }
  parkIsolates(isolates, shown);
  // While the others settle, where the rows beneath them begin is not known.
  if (!task) for (const [id, place] of shown) places.set(id, place);
  return { shown, task };
}

/** All nodes by group, each in its disc; when somebody has come, all of them anew. */
function planGroups({ nodes, edges }: Scene, groups: readonly Group[], places: Map<string, Point>): NetworkPlan {
  if (nodes.every(({ id }) => places.has(id))) return { shown: places, task: null };
  places.clear();
  const members = groups.map((group) => group.members);
  const starts = discPlaces(
    nodes.map(({ id }) => id),
    members,
  );
  return {
    shown: starts,
    task: {
      nodes: nodes.map(({ id, size, label }) => ({ id, ...starts.get(id)!, fixed: false, size, label })),
      edges: edges.map(({ source, target }) => [source, target] as const),
      groups: members,
      isGrouped: true,
    },
  };
}

/** World units from one isolate to the next, at life size: names stand beneath them. */
const isolateStep = { x: 118, y: 64 };
/** A list of many stands closer: names come with zooming in. */
const listStep = { x: 88, y: 62 };
const maxInRows = 60;
/** Width of all by their height, as most windows have it. */
const ratio = 1.6;
/** Pixels that the drawing has across in such a window. */
const acrossWindow = 925;

/** Those without a relation stand in rows beneath the others, rather than drift about; many in a block of the window's shape. */
function parkIsolates(nodes: readonly SceneNode[], places: Map<string, Point>): void {
  const alone = nodes.filter(({ id }) => !places.has(id));
  if (alone.length === 0) return;
  const box = boxOf([...places.values()]);
  const width = box.x2 - box.x1;
  const isList = alone.length > maxInRows;
  // Seen from farther away the same name takes more of the map.
  const scale = isList ? 1 : Math.max(1, width / acrossWindow);
  const step = isList ? listStep : { x: isolateStep.x * scale, y: isolateStep.y * scale };
  const asBlock = Math.ceil(Math.sqrt((alone.length * ratio * step.y) / step.x));
  const columns = Math.max(4, Math.min(alone.length, isList ? asBlock : Math.max(8, Math.floor(width / step.x))));
  const bottom = places.size > 0 ? box.y2 + 1.6 * step.y : 0;
  const inRow = Math.min(columns, alone.length);
  // By look, so that a list of many shows of whom it is made.
  const sorted = [...alone].sort((a, b) =>
    a.look === b.look ? a.name.localeCompare(b.name) : a.look < b.look ? -1 : 1,
  );
  sorted.forEach(({ id }, i) => {
    places.set(id, {
      x: (box.x1 + box.x2) / 2 + ((i % columns) - (inRow - 1) / 2) * step.x,
      y: bottom + Math.floor(i / columns) * step.y,
    });
  });
}

/** Around the origin where there are none. */
function boxOf(places: readonly Point[]) {
  if (places.length === 0) return { x1: 0, x2: 0, y2: 0 };
  const box = { x1: Number.POSITIVE_INFINITY, x2: Number.NEGATIVE_INFINITY, y2: Number.NEGATIVE_INFINITY };
  for (const { x, y } of places) {
    box.x1 = Math.min(box.x1, x);
    box.x2 = Math.max(box.x2, x);
    box.y2 = Math.max(box.y2, y);
  }
  return box;
}
