import { boxOf, chord, type Polygon } from "../../model/polygon.ts";
import type { Point } from "../../model/scene.ts";

/** Room of an actor marker with its name, in world units. */
export interface Slot {
  width: number;
  height: number;
  /** Distance from the slot's upper edge to the actor marker's centre. */
  drop: number;
}

const step = 4;

/** Position of a box in a convex polygon: as high as it fits, and there as far left; null where it does not fit. */
export function highestIn(polygon: Polygon, width: number, height: number): Point | null {
  const ys = polygon.map(([, y]) => y);
  const bottom = Math.max(...ys);
  for (let y = Math.min(...ys); y + height <= bottom; y += step) {
    const reach = chord(polygon, y, y + height);
    if (reach && reach[1] - reach[0] >= width) return { x: reach[0], y };
  }
  return null;
}

/**
 * Places for `count` actor markers in even rows within a convex polygon, beneath the name label, or beside it where the
 * polygon is low; null when there is no room. Names need padding at both sides: the first number of rows with some room
 * to spare is used.
 */
export function slotsIn(
  polygon: Polygon,
  nameLabel: { x: number; y: number; width: number; height: number },
  count: number,
  slot: Slot,
): Point[] | null {
  if (count === 0) return [];
  const bottom = Math.max(...polygon.map(([, y]) => y));
  const beneath = nameLabel.y + nameLabel.height;
  return (
    inRows(polygon, [beneath, bottom], 0, count, slot) ??
    inRows(polygon, [nameLabel.y, bottom], nameLabel.x + nameLabel.width, count, slot)
  );
}

/** `from` is the left limit of the rows. */
function inRows(
  polygon: Polygon,
  [top, bottom]: readonly [number, number],
  from: number,
  count: number,
  slot: Slot,
): Point[] | null {
  let best: { lines: Line[]; room: number } | null = null;
  const maxInRow = Math.floor(boxOf(polygon).width / slot.width);
  for (let rows = Math.ceil(count / maxInRow); rows <= Math.floor((bottom - top) / slot.height); rows++) {
    const lines = linesOf(polygon, [top, bottom], from, rows, slot);
    const room = lines.reduce((sum, line) => sum + line.holds, 0);
    if (room < count || (best && room <= best.room)) continue;
    best = { lines, room };
    if (count <= easy * room) break;
  }
  if (!best) return null;
  return share(
    best.lines.map((line) => line.holds),
    count,
  ).flatMap((inRow, row) => {
    const { y, left, right } = best.lines[row]!;
    return Array.from({ length: inRow }, (_, i) => ({
      x: left + ((right - left) * (i + 0.5)) / inRow,
      y: y + slot.drop,
    }));
  });
}

/** Fill ratio of rows above which another row is better. */
const easy = 0.7;

interface Line {
  y: number;
  left: number;
  right: number;
  holds: number;
}

/** Rows in the centre of the strip, no looser than still reads as one group. */
function linesOf(
  polygon: Polygon,
  [top, bottom]: readonly [number, number],
  from: number,
  rows: number,
  slot: Slot,
): Line[] {
  const pitch = Math.min(slot.height * 1.3, (bottom - top) / rows);
  const start = top + (bottom - top - pitch * rows) / 2;
  return Array.from({ length: rows }, (_, row) => {
    const y = start + pitch * row + (pitch - slot.height) / 2;
    const reach = chord(polygon, y, y + slot.height);
    const left = Math.max(from, reach?.[0] ?? 0);
    const right = reach?.[1] ?? 0;
    return { y, left, right, holds: Math.max(0, Math.floor((right - left) / slot.width)) };
  });
}

/** Number of actor markers in each row: all rows about equally full. */
function share(holds: readonly number[], count: number): number[] {
  const given = holds.map(() => 0);
  for (let i = 0; i < count; i++) {
    let emptiest = -1;
    for (let row = 0; row < holds.length; row++)
      if (
        given[row]! < holds[row]! &&
        (emptiest < 0 || given[row]! / holds[row]! < given[emptiest]! / holds[emptiest]!)
      )
        emptiest = row;
    given[emptiest]!++;
  }
  return given;
}
