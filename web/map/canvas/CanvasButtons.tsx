interface Props {
  onZoom(factor: number): void;
  onFit(): void;
}

export function CanvasButtons({ onZoom, onFit }: Props) {
  return (
    <div className="canvas-buttons">
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => onZoom(1.25)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => onZoom(0.8)}>
        −
      </button>
      <button type="button" aria-label="Fit the map to the window" title="Fit (0)" onClick={onFit}>
        ⤢
      </button>
    </div>
  );
}
