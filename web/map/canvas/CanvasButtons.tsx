import { useHasKeys } from "../../shared/use-has-keys.ts";

interface Props {
  onZoom(factor: number): void;
  onFit(): void;
}

export function CanvasButtons({ onZoom, onFit }: Props) {
  const hasKeys = useHasKeys();
  const title = (label: string, key: string) => (hasKeys ? `${label} (${key})` : label);
  return (
    <div className="canvas-buttons">
      <button type="button" aria-label="Zoom in" title={title("Zoom in", "+")} onClick={() => onZoom(1.25)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" title={title("Zoom out", "−")} onClick={() => onZoom(0.8)}>
        −
      </button>
      <button type="button" aria-label="Fit the map to the window" title={title("Fit", "0")} onClick={onFit}>
        ⤢
      </button>
    </div>
  );
}
