import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseLabels, steadyLabels } from "../../../web/map/canvas/labels/choose-labels.ts";
import { type Box, boxAt, type Labelled, placeLabels } from "../../../web/map/canvas/labels/place-labels.ts";
import { anchors } from "../../../web/map/model/scene.ts";

const node = (id: string, x: number, y: number, more: Partial<Labelled> = {}): Labelled => ({
  id,
  x,
  y,
  radius: 8,
  width: 60,
  height: 14,
  priority: 0,
  ...more,
});
const overlap = (a: Box, b: Box) =>
  a.x1 + 0.02 < b.x2 && b.x1 + 0.02 < a.x2 && a.y1 + 0.02 < b.y2 && b.y1 + 0.02 < a.y2;
/** How far a box reaches into the disc of a node. */
const reach = (box: Box, { x, y, radius }: Labelled) =>
  radius - Math.hypot(Math.max(box.x1 - x, 0, x - box.x2), Math.max(box.y1 - y, 0, y - box.y2));

const crowd = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 300 }),
      radius: fc.integer({ min: 4, max: 20 }),
      width: fc.integer({ min: 10, max: 110 }),
      height: fc.constantFrom(13, 26),
      priority: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.map((entry, i): Labelled => ({ id: `n${i}`, ...entry })));
const window = { x1: 0, y1: 0, x2: 500, y2: 300 };
const texts: Box[] = [{ x1: 100, y1: 100, x2: 260, y2: 120 }];

test("no name lies on another name, a node, a text of the ground or the window's edge, however crowded it is", () => {
  fc.assert(
    fc.property(crowd, (nodes) => {
      const placed = placeLabels(nodes, anchors, texts, window);
      const boxes = nodes.flatMap((entry) => {
        const anchor = placed.get(entry.id);
        return anchor ? [{ id: entry.id, box: boxAt(entry, anchor) }] : [];
      });
      for (const [i, { id, box }] of boxes.entries()) {
        expect(box.x1 >= 0 && box.x2 <= 500 && box.y1 >= 0 && box.y2 <= 300).toBe(true);
        for (const other of boxes.slice(0, i)) expect(overlap(box, other.box)).toBe(false);
        for (const other of nodes) if (other.id !== id) expect(reach(box, other)).toBeLessThan(0.02);
        for (const text of texts) expect(overlap(box, text)).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test("names that stay where they were never cost a name that would have room if all were placed anew", () => {
  const around = { zoom: 1, anchors, obstacles: [], window };
  const entry = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 300 }),
    before: fc.constantFrom(...anchors),
  });
  let wouldCost = 0;
  fc.assert(
    fc.property(fc.array(entry, { minLength: 20, maxLength: 60 }), (entries) => {
      const nodes = entries.map(({ x, y, before }, i) => ({
        ...{ id: `n${i}`, label: `Name of ${i} here`, radius: 8, priority: 0, isCluster: false },
        ...{ x, y, before },
      }));
      const anew = nodes.map((node) => ({ ...node, before: null }));
      const most = chooseLabels(anew, around).size;
      if (chooseLabels(nodes, around).size < most) wouldCost += 1;
      expect(steadyLabels(nodes, around).size).toBeGreaterThanOrEqual(most);
    }),
    { numRuns: 150 },
  );
  expect(wouldCost, "former places do cost names").toBeGreaterThan(0);
});

describe("where a name stands", () => {
  test("of two that would lie on one another the more important one keeps its place", () => {
    const placed = placeLabels([node("lesser", 0, 0), node("greater", 20, 0, { priority: 5 })], ["bottom"]);
    expect([...placed]).toEqual([
      ["greater", "bottom"],
      ["lesser", null],
    ]);
  });

  test("the next anchor is taken where the first one is not free", () => {
    const placed = placeLabels([node("a", 0, 0)], anchors, [{ x1: -40, y1: 10, x2: 40, y2: 30 }]);
    expect(placed.get("a")).toBe("right");
  });

  test("a name stays where it was while that is free, so that names do not hop about", () => {
    expect(placeLabels([node("a", 0, 0, { before: "left" })], anchors).get("a")).toBe("left");
  });

  test("at the edge of the window it stands on the inner side", () => {
    const window = { x1: 0, y1: 0, x2: 400, y2: 400 };
    expect(placeLabels([node("a", 395, 200)], anchors, [], window).get("a")).toBe("left");
    expect(placeLabels([node("a", 4, 390)], anchors, [], window).get("a")).toBe("right");
  });

  test("who must be named is named on lesser nodes where nothing is free, but never on a text", () => {
    const ring = Array.from({ length: 24 }, (_, i) =>
      node(`n${i}`, 22 * Math.cos((i * Math.PI) / 12), 22 * Math.sin((i * Math.PI) / 12)),
    );
    const centre = node("us", 0, 0, { priority: 9 });
    expect(placeLabels([...ring, centre], anchors).get("us")).toBe(null);
    expect(placeLabels([...ring, { ...centre, must: true }], anchors).get("us")).toBe("bottom");
    const everywhere = [{ x1: -200, y1: -200, x2: 200, y2: 200 }];
    expect(placeLabels([{ ...centre, must: true }], anchors, everywhere).get("us")).toBe(null);
  });

  test("a hollow node has its name on itself when nothing beside it is free, and never on another's rim", () => {
    const ring = node("ring", 100, 100, { radius: 30, width: 50, hollow: true });
    const around = [
      [100, 40],
      [100, 160],
      [40, 100],
      [160, 100],
    ].map(([x, y], i) => node(`n${i}`, x!, y!, { radius: 30, width: 300, priority: 5 }));
    expect(placeLabels([ring, ...around], anchors).get("ring")).toBe("centre");
    const full = placeLabels([{ ...ring, hollow: false }, ...around], anchors);
    expect(full.get("ring")).toBeNull();
    const wide = placeLabels([{ ...ring, width: 100 }, ...around], anchors);
    expect(wide.get("ring")).toBeNull();
  });
});
