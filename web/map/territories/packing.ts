import type { Point } from "../scene.ts";
import { chord, type Polygon } from "./polygon.ts";

export interface Plate extends Point {
  /** How wide the name may be. */
  room: number;
}

/** Room that a token takes with its name, in world units. */
export interface Slot {
  width: number;
  height: number;
  /** From the slot's upper edge to the token's middle. */
  drop: number;
}

const step = 4;

/** Where the name of a territory stands: as high as it has the room it wants, else where the territory is widest. */
export function plateIn(polygon: Polygon, wanted: number, height: number): Plate {
  const ys = polygon.map(([, y]) => y);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  let best: Plate = { x: polygon[0]![0], y: top, room: 0 };
  for (let y = top; y + height <= bottom; y += step) {
    const reach = chord(polygon, y, y + height);
    if (!reach) continue;
    const room = reach[1] - reach[0];
    if (room >= wanted) return { x: reach[0], y, room };
    if (room > best.room) best = { x: reach[0], y, room };
  }
  return best;
}

/**
 * Places for `count` tokens in even rows within a convex polygon, beneath `top`; null when there is no room. As few rows
 * as will do, so that names have air at both sides.
 */
export function slotsIn(polygon: Polygon, top: number, count: number, slot: Slot): Point[] | null {
  if (count === 0) return [];
  const bottom = Math.max(...polygon.map(([, y]) => y));
  const most = Math.floor((bottom - top) / slot.height);
  for (let rows = 1; rows <= most; rows++) {
    // Spread over the height there is, yet no looser than reads as one group.
    const pitch = Math.min(slot.height * 1.3, (bottom - top) / rows);
    const start = top + Math.min(slot.height * 0.35, (bottom - top - pitch * rows) / 2);
    const lines = Array.from({ length: rows }, (_, row) => {
      const y = start + pitch * row + (pitch - slot.height) / 2;
      const reach = chord(polygon, y, y + slot.height);
      return { y, reach, holds: reach ? Math.floor((reach[1] - reach[0]) / slot.width) : 0 };
    });
    const room = lines.reduce((sum, line) => sum + line.holds, 0);
    if (room < count) continue;
    return share(lines.map((line) => line.holds), count).flatMap((inRow, row) => {
      const { y, reach } = lines[row]!;
      return Array.from({ length: inRow }, (_, i) => ({
        x: reach![0] + ((reach![1] - reach![0]) * (i + 0.5)) / inRow,
        y: y + slot.drop,
      }));
    });
  }
  return null;
}

/** How many of `count` go into each row: all rows about equally full. */
function share(holds: readonly number[], count: number): number[] {
  const given = holds.map(() => 0);
  for (let i = 0; i < count; i++) {
    let emptiest = -1;
    for (let row = 0; row < holds.length; row++)
      if (given[row]! < holds[row]! && (emptiest < 0 || given[row]! / holds[row]! < given[emptiest]! / holds[emptiest]!))
        emptiest = row;
    given[emptiest]!++;
  }
  return given;
}
