import cytoscape from "cytoscape";
import { expect, test, vi } from "vitest";
import type { CanvasState } from "../../../web/map/canvas/canvas-state.ts";
import { recordPosition } from "../../../web/map/canvas/record-position.ts";

test("what is opened beside a record stands at its node, its cluster or its territory, within the canvas", () => {
  const cy = cytoscape({
    headless: true,
    layout: { name: "preset", fit: false },
    zoom: 2,
    pan: { x: 10, y: 20 },
    elements: [
      { data: { id: "a", record: "a" }, position: { x: 50, y: 40 } },
      { data: { id: "far", record: "far" }, position: { x: 9_000, y: -9_000 } },
      { data: { id: "cluster", record: "cluster" }, position: { x: 30, y: 30 } },
    ],
  });
  vi.spyOn(cy, "width").mockReturnValue(400);
  vi.spyOn(cy, "height").mockReturnValue(300);
  const background = [{ type: "territory", record: "run", x: 60, y: 20, width: 40, height: 20 }];
  // Of the canvas it uses only these.
  const canvas = {
    cy,
    levelOfDetail: { clusterOf: (id: string) => (id === "member" ? { cluster: { id: "cluster" } } : null) },
    now: () => ({ scene: { background } }),
  } as unknown as CanvasState;
  const places = ["a", "far", "member", "run", "elsewhere", null].map((id) => recordPosition(canvas, id));
  expect(places).toEqual([
    { x: 110, y: 100 },
    { x: 392, y: 8 },
    { x: 70, y: 80 },
    { x: 170, y: 80 },
    { x: 200, y: 150 },
    { x: 200, y: 150 },
  ]);
});
