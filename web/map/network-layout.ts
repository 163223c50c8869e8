import type { Core } from "cytoscape";
import { type LayoutTask, startPlaces } from "./layout/task.ts";
import type { Point } from "./scene.ts";

const isolateStep = 118;

/** Where everything stands for now, and what is still to be laid out; null when nothing is. */
export interface NetworkPlan {
  shown: Map<string, Point>;
  task: LayoutTask | null;
}

/**
 * Places for the nodes of the network. What has a place keeps it, whatever a filter, a date or an import changed; the
 * others begin beside what they are related to until the task is done. Pins lie over these places and do not change
 * them: unpinned, a node goes back to its own, and pins that arrive late move nobody else.
 */
export function planNetwork(cy: Core, places: Map<string, Point>, pinned: ReadonlyMap<string, Point>): NetworkPlan {
  const related = cy
    .nodes()
    .filter((node) => node.degree(false) > 0)
    .map((node) => node.id());
  const known = new Map(
    related.flatMap((id): [string, Point][] => (places.has(id) ? [[id, pinned.get(id) ?? places.get(id)!]] : [])),
  );
  let task: LayoutTask | null = null;
  const shown = new Map(places);
  if (known.size < related.length) {
    const edges = cy.edges().map((edge) => [edge.source().id(), edge.target().id()] as const);
    const starts = startPlaces(related, edges, known);
    for (const [id, place] of starts) shown.set(id, place);
    task = { nodes: related.map((id) => ({ id, ...(known.get(id) ?? starts.get(id)!), fixed: known.has(id) })), edges };
  }
  parkIsolates(cy, shown);
  // While the others settle, where the rows beneath them begin is not known.
  if (!task) for (const [id, place] of shown) places.set(id, place);
  return { shown, task };
}

/** Those without a relation stand in rows beneath the others, rather than drift about. */
function parkIsolates(cy: Core, places: Map<string, Point>): void {
  const alone = cy.nodes().filter((node) => node.degree(false) === 0 && !places.has(node.id()));
  if (alone.empty()) return;
  const others = [...places.values()];
  const columns = Math.max(4, Math.min(10, Math.ceil(Math.sqrt(alone.length * 4))));
  const bottom = others.length > 0 ? Math.max(...others.map((place) => place.y)) + 120 : 0;
  const middle =
    others.length > 0 ? (Math.min(...others.map((p) => p.x)) + Math.max(...others.map((p) => p.x))) / 2 : 0;
  const inRow = Math.min(columns, alone.length);
  alone.forEach((node, i) => {
    places.set(node.id(), {
      x: middle + ((i % columns) - (inRow - 1) / 2) * isolateStep,
      y: bottom + Math.floor(i / columns) * 76,
    });
  });
}
