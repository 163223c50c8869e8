import cytoscape from "cytoscape";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { add } from "../../../web/map/canvas/behaviours/add.ts";
import { select } from "../../../web/map/canvas/behaviours/select.ts";
import type { CanvasEditing } from "../../../web/map/canvas/canvas-state.ts";
import type { CanvasController } from "../../../web/map/canvas/controller.ts";

let ends: (() => void)[];
let cy: cytoscape.Core;
const [onSelect, onAdd] = [vi.fn(), vi.fn()];
let canvas: CanvasController;

function canvasWith(editing: CanvasEditing | null) {
  cy = cytoscape({ headless: true, elements: [{ data: { id: "a", record: "a" } }] });
  const props = { onSelect, editing };
  // Of the canvas the behaviours use only these.
  canvas = {
    ...{ cy, root: document.createElement("div"), pointer: null, isTouchHeld: false },
    now: () => ({ props, scene: { background: [] } }),
  } as unknown as CanvasController;
  ends = [select(canvas), add(canvas)];
}
const editing: CanvasEditing = { onAdd, canRelate: () => true, onRelate: vi.fn() };

beforeEach(() => {
  onSelect.mockClear();
  onAdd.mockClear();
});
afterEach(() => {
  for (const end of ends) end();
});

const emit = (type: string, x: number, target: cytoscape.Core | cytoscape.SingularElementReturnValue = cy) => {
  const event = { type, target, position: { x, y: 5 }, renderedPosition: { x, y: 5 }, originalEvent: {} };
  (target as cytoscape.Core).emit(event as unknown as string);
};
/** What Cytoscape emits of two quick clicks. */
const doubleClick = (first: number, second: number, target?: cytoscape.SingularElementReturnValue) => {
  for (const x of [first, second]) for (const type of ["tapstart", "tap"]) emit(type, x, target);
  emit("dbltap", second, target);
};

test("a double click on the empty map adds there, and opens or closes nothing before", () => {
  canvasWith(editing);
  doubleClick(40, 42);
  expect(onAdd.mock.calls).toEqual([[{ x: 42, y: 5 }]]);
  expect(onSelect).not.toHaveBeenCalled();
  emit("onetap", 40);
  expect(onSelect.mock.calls, "a click alone").toEqual([[null]]);
});

test("two quick clicks far from each other, or on a node, add nothing", () => {
  canvasWith(editing);
  doubleClick(40, 140);
  expect(onAdd).not.toHaveBeenCalled();
  doubleClick(40, 40, cy.getElementById("a"));
  expect(onAdd).not.toHaveBeenCalled();
  expect(onSelect.mock.calls, "a node opens at once").toEqual([["a"], ["a"]]);
});

test("for a reader a click acts at once and a double click adds nothing", () => {
  canvasWith(null);
  doubleClick(40, 42);
  expect(onAdd).not.toHaveBeenCalled();
  expect(onSelect.mock.calls).toEqual([[null], [null]]);
});

test("the pointer's place is forgotten once keys are used to move", () => {
  canvasWith(editing);
  canvas.root.dispatchEvent(new PointerEvent("pointermove", { clientX: 30, clientY: 20 }));
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "n" }));
  expect(canvas.pointer).toEqual({ x: 30, y: 20 });
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
  expect(canvas.pointer).toBeNull();
});
