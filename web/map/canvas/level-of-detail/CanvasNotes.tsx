import { Button } from "@mantine/core";
import "./canvas-notes.css";

/** Says that records are drawn together, and what to do to see them. */
export function ClusterNote() {
  return (
    <p className="canvas-note" role="status">
      Shown by group: zoom in to see records
    </p>
  );
}

/** Says that the window has left the map, and brings it back. */
export function OffscreenNote({ onFit }: { onFit(): void }) {
  return (
    <p className="canvas-note" role="status">
      The map is outside the window
      <Button size="compact-xs" variant="subtle" ml={6} onClick={onFit}>
        Show all
      </Button>
    </p>
  );
}
