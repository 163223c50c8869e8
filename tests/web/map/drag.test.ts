import cytoscape, { type NodeSingular } from "cytoscape";
import { afterEach, expect, test, vi } from "vitest";
import { drag } from "../../../web/map/canvas/behaviours/drag.ts";
import type { CanvasController } from "../../../web/map/canvas/controller.ts";
import { move } from "../../../web/map/canvas/motion.ts";

const ids = ["held", "along", "other"];
const drawn = new Map(ids.map((id) => [id, { x: 5, y: 5 }]));
let end: (() => void) | undefined;
afterEach(() => end?.());

/** Three nodes at the origin, of which two are selected. */
function canvasOf(onDrop?: () => boolean) {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: ids.map((id) => ({ data: { id, record: id }, position: { x: 0, y: 0 } })),
  });
  const node = (id: string) => cy.getElementById(id) as NodeSingular;
  const places = () => Object.fromEntries(ids.map((id) => [id, node(id).position().x]));
  const onMove = vi.fn();
  const props = { many: onDrop ? [] : ["held", "along"], onMove, onDrop, reducedMotion: true };
  // Of the canvas the behaviour uses only these.
  const canvas = { cy, now: () => ({ props, scene: { stretch: { x: 1, y: 1 } } }), levelOfDetail: { places: drawn } };
  end = drag(canvas as unknown as CanvasController);
  return { cy, node, places, onMove };
}

test("an answer that draws the map while nodes are held leaves them under the pointer, and moves all others", () => {
  const { cy, node, places, onMove } = canvasOf();
  node("held").emit("grab");
  move(cy, drawn, false);
  expect(places()).toEqual({ held: 0, along: 0, other: 5 });
  node("held").position({ x: 30, y: 0 }).emit("drag");
  move(cy, drawn, false);
  expect(places()).toEqual({ held: 30, along: 30, other: 5 });
  node("held").position({ x: 60, y: 0 }).emit("drag");
  expect(places()).toEqual({ held: 60, along: 60, other: 5 });

  node("held").emit("free").emit("dragfree");
  expect(onMove.mock.calls).toEqual([
    [
      new Map([
        ["held", { x: 60, y: 0 }],
        ["along", { x: 60, y: 0 }],
      ]),
    ],
  ]);
  move(cy, drawn, false);
  expect(places()).toEqual({ held: 5, along: 5, other: 5 });
});

test("nodes that are on their way when they are pressed follow the pointer alone", () => {
  const { cy, node } = canvasOf();
  move(cy, drawn, true);
  expect(ids.map((id) => node(id).animated())).toEqual([true, true, true]);
  node("held").emit("grab");
  expect(ids.map((id) => node(id).animated())).toEqual([false, false, true]);
});

test("a press alone pins nothing, and what was on its way arrives", () => {
  const { node, places, onMove } = canvasOf();
  node("held").emit("grab").emit("free");
  expect(places()).toEqual({ held: 5, along: 5, other: 5 });
  expect(onMove).not.toHaveBeenCalled();
});

test("a node whose drop is a command returns to its place, also one that was pressed on the way there", () => {
  const { node, places, onMove } = canvasOf(() => true);
  node("held").emit("grab");
  node("held").position({ x: 60, y: 0 }).emit("drag").emit("free").emit("dragfree");
  expect(places().held).toBe(5);
  expect(onMove).not.toHaveBeenCalled();
});

test("a node that stands at its place is not animated", () => {
  const { cy, node } = canvasOf();
  move(cy, new Map(ids.map((id) => [id, { x: 0, y: 0 }])), true);
  expect(ids.map((id) => node(id).animated())).toEqual([false, false, false]);
});
