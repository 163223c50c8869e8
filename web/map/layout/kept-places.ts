import type { Point } from "../model/scene.ts";

// Stored layout: computed positions of nodes without a pin. A layout of other nodes, as after an import or under a
// filter, would give other positions; stored in the browser, nodes that have once been seen stay where they are.

const storageKey = (ecosystem: string) => `ecotone places ${ecosystem}`;

/** Positions by node id, as last seen in this browser; none before the first time. */
export function keptPlaces(ecosystem: string): Map<string, Point> {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(storageKey(ecosystem)) ?? "[]");
    return new Map(Array.isArray(rows) ? rows.flatMap(placeOf) : []);
  } catch {
    // Invalid content, or storage is unavailable for this page: the map is laid out again.
    return new Map();
  }
}

function placeOf(row: unknown): [string, Point][] {
  if (!Array.isArray(row)) return [];
  const [id, x, y] = row;
  return typeof id === "string" && Number.isFinite(x) && Number.isFinite(y) ? [[id, { x, y }]] : [];
}

const sizes = new WeakMap<ReadonlyMap<string, Point>, number>();

/** Stores new positions. What exceeds the browser's quota is laid out again the next time. */
export function keepPlaces(ecosystem: string, places: ReadonlyMap<string, Point>): void {
  if (sizes.get(places) === places.size) return;
  sizes.set(places, places.size);
  const round = (value: number) => Math.round(value * 10) / 10;
  try {
    localStorage.setItem(
      storageKey(ecosystem),
      JSON.stringify([...places].map(([id, { x, y }]) => [id, round(x), round(y)])),
    );
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
