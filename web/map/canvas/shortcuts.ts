import type { Point } from "../model/scene.ts";
import type { CanvasController } from "./controller.ts";

const pans: Record<string, Point> = {
  ArrowLeft: { x: 60, y: 0 },
  ArrowRight: { x: -60, y: 0 },
  ArrowUp: { x: 0, y: 60 },
  ArrowDown: { x: 0, y: -60 },
};

/** Shortcuts while the map itself or the list of its records is focused, for the help dialog. */
export const canvasKeys: readonly { keys: readonly string[]; label: string; where: string }[] = [
  { keys: ["←", "→", "↑", "↓"], label: "Pan", where: "On the canvas" },
  {
    keys: ["Shift+←", "Shift+→", "Shift+↑", "Shift+↓"],
    label: "Move the selected or open record",
    where: "On the canvas",
  },
  { keys: ["+", "−"], label: "Zoom in and out", where: "On the canvas" },
  { keys: ["Escape"], label: "Close inspector", where: "On the canvas" },
  { keys: ["Shift+F10", "Menu"], label: "Menu of the open record or the map", where: "On the canvas" },
  { keys: ["↑", "↓", "Home", "End"], label: "Move through the records", where: "In the list of records" },
  { keys: ["Enter"], label: "Open the record", where: "In the list of records" },
  { keys: ["Space"], label: "Add to or remove from the selection", where: "In the list of records" },
  { keys: ["Shift+F10"], label: "Menu of the record", where: "In the list of records" },
];

interface Actions {
  canvas: CanvasController;
  /** Closes what is open. */
  leave(): void;
  /** Moves what is selected or open, by pixels on the screen. */
  nudge(by: Point): void;
}

/** Keys that pan the map, or with Shift move the selection, while the canvas is focused. */
export function keyPress(event: React.KeyboardEvent, { canvas, leave, nudge }: Actions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = pans[event.key];
  if (step && event.shiftKey) nudge({ x: -step.x / 5, y: -step.y / 5 });
  else if (step) canvas.panBy(step);
  else if (event.key === "+" || event.key === "=") canvas.zoomBy(1.25);
  else if (event.key === "-") canvas.zoomBy(0.8);
  else if (event.key === "0") canvas.fit();
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
  // On the rest of the page, + opens quick add.
  if (event.key === "+") event.stopPropagation();
}
