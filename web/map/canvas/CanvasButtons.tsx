import type { Core } from "cytoscape";
import { zoomBy } from "./shortcuts.ts";

export function CanvasButtons({ core, onFit }: { core(): Core | undefined; onFit(): void }) {
  const zoom = (factor: number) => {
    const cy = core();
    if (cy) zoomBy(cy, factor);
  };
  return (
    <div className="canvas-buttons">
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom(1.25)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => zoom(0.8)}>
        −
      </button>
      <button type="button" aria-label="Fit the map to the window" title="Fit (0)" onClick={onFit}>
        ⤢
      </button>
    </div>
  );
}
