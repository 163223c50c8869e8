import type { Point } from "../model/scene.ts";

// Where the layout put who was not put by hand. A layout of other nodes, as after an import or under a filter, gives
// other places: kept in the browser, nobody moves who has once been seen.

const storageKey = (ecosystem: string) => `ecotone places ${ecosystem}`;

/** Places by node id, as they were when the map was last seen in this browser; none where it never was. */
export function keptPlaces(ecosystem: string): Map<string, Point> {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(storageKey(ecosystem)) ?? "[]");
    return new Map(Array.isArray(rows) ? rows.flatMap(placeOf) : []);
  } catch {
    // Written by nobody of ours, or the browser keeps nothing for this page: the map is laid out anew.
    return new Map();
  }
}

function placeOf(row: unknown): [string, Point][] {
  if (!Array.isArray(row)) return [];
  const [id, x, y] = row;
  return typeof id === "string" && Number.isFinite(x) && Number.isFinite(y) ? [[id, { x, y }]] : [];
}

const sizes = new WeakMap<ReadonlyMap<string, Point>, number>();

/** Keeps them when some have come. What a browser has no room for is laid out anew the next time. */
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
