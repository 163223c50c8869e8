import type { ShownMap } from "./canvas-state.ts";
import type { CanvasController } from "./controller.ts";

export interface MapCanvasProps extends ShownMap {
  /** Called with the canvas once it exists, and with null when it is destroyed. */
  onReady?(canvas: CanvasController | null): void;
}
