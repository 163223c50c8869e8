import type { ShownMap } from "./canvas-state.ts";
import type { CanvasController } from "./controller.ts";

export interface MapCanvasProps extends ShownMap {
  /** Given the canvas when it is there, and null when it goes. */
  onReady?(canvas: CanvasController | null): void;
}
