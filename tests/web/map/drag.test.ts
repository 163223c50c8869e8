import cytoscape, { type NodeSingular } from "cytoscape";
import { expect, test, vi } from "vitest";
import { drag } from "../../../web/map/canvas/behaviours/drag.ts";
import type { CanvasController } from "../../../web/map/canvas/controller.ts";
import { move } from "../../../web/map/canvas/motion.ts";

test("an answer that draws the map while nodes are dragged leaves them under the pointer, and moves all others", () => {
  const ids = ["held", "along", "other"];
  const cy = cytoscape({
    headless: true,
    elements: ids.map((id) => ({ data: { id, record: id }, position: { x: 0, y: 0 } })),
  });
  const node = (id: string) => cy.getElementById(id) as NodeSingular;
  const places = () => Object.fromEntries(ids.map((id) => [id, node(id).position().x]));
  const onMove = vi.fn();
  const props = { many: ["held", "along"], onMove };
  // Of the canvas the behaviour uses only these.
  const canvas = { cy, now: () => ({ props, scene: { stretch: { x: 1, y: 1 } } }) } as unknown as CanvasController;
  const end = drag(canvas);

  const drawn = new Map(ids.map((id) => [id, { x: 5, y: 5 }]));
  node("held").emit("grab");
  node("held").position({ x: 30, y: 0 }).emit("drag");
  move(cy, drawn, false);
  expect(places()).toEqual({ held: 30, along: 30, other: 5 });
  node("held").position({ x: 60, y: 0 }).emit("drag");
  expect(places()).toEqual({ held: 60, along: 60, other: 5 });

  node("held").emit("dragfree");
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
  end();
});
