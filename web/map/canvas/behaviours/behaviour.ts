import type { CanvasController } from "../controller.ts";

/** Behaviour: one concern of the canvas. It starts with the canvas and returns its cleanup. */
export type Behaviour = (canvas: CanvasController) => () => void;
