import { expect, test } from "vitest";
import { type Disc, outlineOf } from "../../../web/map/canvas/group-outlines/outline.ts";
import { partsOf } from "../../../web/map/canvas/group-outlines/parts.ts";
import { nameBox, placeNames } from "../../../web/map/canvas/group-outlines/place-names.ts";

const disc = (id: string, x: number, y: number): Disc => ({ id, x, y, radius: 12 });
const window = { x1: -500, y1: -500, x2: 500, y2: 500 };
const overlap = (a: typeof window, b: typeof window) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

test("names of groups stand on their rims, off the nodes, off texts and off one another", () => {
  const discs = Array.from({ length: 16 }, (_, i) => disc(`n${i}`, (i % 4) * 90, Math.floor(i / 4) * 80));
  const outlines = [0, 1, 2].map((group) => {
    const members = discs.filter((_, i) => i % 3 === group);
    return outlineOf(`g${group}`, `Group ${group}`, members, []);
  });
  const bodies = discs.map(({ x, y, radius }) => ({ x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius }));
  const text = { x1: -40, y1: -60, x2: 60, y2: -10 };
  const places = placeNames(outlines, [...bodies, text], window, 1);
  const boxes = outlines.flatMap(({ label }, i) => (places[i] ? [nameBox(label, places[i], 1)] : []));
  expect(boxes.length).toBe(3);
  boxes.forEach((box, i) => {
    for (const other of [...bodies, text, ...boxes.slice(0, i)]) expect(overlap(box, other)).toBe(false);
    expect(outlines[i]!.ring.some(([x, y]) => x === places[i]!.x && y === places[i]!.y)).toBe(true);
  });
});

test("a name without room is left out, and one beyond the window too", () => {
  const outline = outlineOf("g", "Group", [disc("a", 0, 0), disc("b", 60, 0)], []);
  expect(placeNames([outline], [window], window, 1)).toEqual([null]);
  expect(placeNames([outline], [], { x1: 200, y1: 200, x2: 300, y2: 300 }, 1)).toEqual([null]);
  expect(placeNames([{ ...outline, label: "" }], [], window, 1)).toEqual([null]);
});

test("members far from the others are outlined apart, the largest part first, each member once", () => {
  const members = [disc("far", 900, 0), disc("a", 0, 0), disc("b", 150, 0), disc("c", 300, 0)];
  expect(partsOf(members).map((part) => part.map(({ id }) => id))).toEqual([["a", "b", "c"], ["far"]]);
});
