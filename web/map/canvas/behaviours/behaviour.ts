import type { CanvasController } from "../controller.ts";

/** Behaviour: one concern of the canvas. It begins with the canvas, and returns how it ends. */
export type Behaviour = (canvas: CanvasController) => () => void;
