import type { Point, Scene } from "../model/scene.ts";
import { discPlaces } from "./discs.ts";
import { type LayoutTask, startPlaces } from "./task.ts";

const isolateStep = 118;

/** Current positions, and the remaining layout task; null when there is none. */
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
  const tied = new Set(scene.edges.flatMap(({ source, target }) => (source === target ? [] : [source, target])));
  const related = scene.nodes.filter(({ id }) => tied.has(id)).map(({ id }) => id);
  const known = new Map(
    related.flatMap((id): [string, Point][] => (places.has(id) ? [[id, pinned.get(id) ?? places.get(id)!]] : [])),
  );
  let task: LayoutTask | null = null;
  const shown = new Map(places);
  if (known.size < related.length) {
    const edges = scene.edges.map(({ source, target }) => [source, target] as const);
    const groups = known.size === 0 ? scene.clusters?.map(({ members }) => members.filter((id) => tied.has(id))) : null;
    const starts = groups ? discPlaces(related, groups) : startPlaces(related, edges, known);
    for (const [id, place] of starts) shown.set(id, place);
    const sizes = new Map(scene.nodes.map(({ id, size }) => [id, size]));
    const nodes = related.map((id) => ({
      id,
      ...(known.get(id) ?? starts.get(id)!),
      fixed: known.has(id),
      size: sizes.get(id)!,
    }));
    task = { nodes, edges, ...(groups && { groups }) };
  }
  parkIsolates(
    scene.nodes.filter(({ id }) => !tied.has(id)).map(({ id }) => id),
    shown,
  );
  // While the others are being laid out, the position of the rows beneath them is unknown.
  if (!task) for (const [id, place] of shown) places.set(id, place);
  return { shown, task };
}

/** Nodes without a relation are placed in rows beneath the others, rather than by forces. */
function parkIsolates(ids: readonly string[], places: Map<string, Point>): void {
  const alone = ids.filter((id) => !places.has(id));
  if (alone.length === 0) return;
  const box = boxOf([...places.values()]);
  const widest = Math.max(10, Math.floor((box.x2 - box.x1) / isolateStep / 2));
  const columns = Math.max(4, Math.min(widest, Math.ceil(Math.sqrt(alone.length * 4))));
  const bottom = places.size > 0 ? box.y2 + Math.max(120, 36 * Math.sqrt(alone.length)) : 0;
  const inRow = Math.min(columns, alone.length);
  alone.forEach((id, i) => {
    places.set(id, {
      x: (box.x1 + box.x2) / 2 + ((i % columns) - (inRow - 1) / 2) * isolateStep,
      y: bottom + Math.floor(i / columns) * 76,
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
