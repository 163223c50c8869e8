import type { Point } from "../model/scene.ts";

/** Layout task: related nodes with initial positions; fixed ones stay there. */
export interface LayoutTask {
  nodes: readonly (Point & {
    id: string;
    fixed: boolean;
    /** Its diameter, in world units. */
    size: number;
    /** Its name as drawn; absent where no room is kept for it. */
    label?: string;
  })[];
  edges: readonly (readonly [string, string])[];
  /** How many stand in rows beneath them. */
  isolates?: number;
  /** The nodes are placed by these groups, however few they are. */
  isGrouped?: boolean;
  /** Node ids that are to stand together, each group in a disc of its own; only where nothing is fixed. */
  groups?: readonly (readonly string[])[];
}

/** Message of the worker: the progress, 0..1, and finally the positions. */
export type LayoutNews = { share: number } | { places: [string, Point][] };

/** The golden angle: a spiral of evenly dense points. */
const turn = 2.399963;
const spacing = 60;

/**
 * Initial positions before a layout: new nodes beside their neighbours, and a wholly new map as a spiral in which
 * neighbours follow each other. Deterministic.
 */
export function startPlaces(
  ids: readonly string[],
  edges: LayoutTask["edges"],
  known: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const near = new Map(ids.map((id) => [id, [] as string[]]));
  for (const [a, b] of edges) {
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const result = new Map<string, Point>();
  const queue: string[] = [];
  const place = (id: string) => {
    const i = result.size;
    const angle = i * turn;
    const others = near.get(id)!.flatMap((other) => known.get(other) ?? []);
    const middle = others.length > 0 ? mean(others) : { x: 0, y: 0 };
    const radius = others.length > 0 ? 70 : spacing * Math.sqrt(i);
    result.set(id, { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) });
    queue.push(id);
  };
  const byDegree = ids
    .filter((id) => !known.has(id))
    .sort((a, b) => near.get(b)!.length - near.get(a)!.length || (a < b ? -1 : 1));
  for (const first of byDegree) {
    if (!result.has(first)) place(first);
    for (let id = queue.shift(); id !== undefined; id = queue.shift())
      for (const other of near.get(id)!) if (!known.has(other) && !result.has(other)) place(other);
  }
  return result;
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
