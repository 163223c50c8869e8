import { expect, test } from "vitest";
import { spreadToFit } from "../../../web/map/lenses/spread.ts";

const frame = { x1: 0, y1: 0, x2: 1240, y2: 600 };
const many = (count: number, place: { x: number; y: number }) =>
  Array.from({ length: count }, (_, i) => ({ id: i, size: 20 + (i % 5) * 4, place }));

test.each([
  ["in the middle", 400, { x: 600, y: 300 }, 175],
  ["at an axis", 250, { x: 600, y: 590 }, 190],
  ["in a corner", 120, { x: 20, y: 580 }, 240],
])("many that belong %s stand about it, within the frame, none upon another", (_, count, home, farthest) => {
  const { nodes, scale } = spreadToFit(many(count, home), frame);
  expect(scale).toBeLessThan(1);
  const toCluster = nodes.map(({ place }) => Math.hypot(place.x - home.x, place.y - home.y));
  expect(Math.max(...toCluster)).toBeLessThan(farthest);
  // The first stands where it belongs.
  const beyond = nodes.slice(1).filter(({ place, size }) => place.x < size / 2 || place.y > frame.y2 - size / 2);
  expect(beyond).toEqual([]);
  const upon = nodes.filter((node, i) =>
    nodes
      .slice(0, i)
      .some(({ place, size }) => Math.hypot(place.x - node.place.x, place.y - node.place.y) < (size + node.size) / 2),
  );
  expect(upon).toEqual([]);
});

test("few keep their size, and who has room its place", () => {
  const { nodes, scale } = spreadToFit([...many(10, { x: 200, y: 200 }), ...many(1, { x: 900, y: 100 })], frame);
  expect(scale).toBe(1);
  expect(nodes.map(({ size }) => size)).toEqual(
    [...many(10, frame as never), ...many(1, frame as never)].map(({ size }) => size),
  );
  expect(nodes.at(-1)!.place).toEqual({ x: 900, y: 100 });
});
