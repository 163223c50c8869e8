import { Button } from "@mantine/core";
import "./canvas-notes.css";

/** Note that records are drawn as clusters, and how to see them. */
export function ClusterNote() {
  return (
    <p className="canvas-note" role="status">
      Shown by group: zoom in to see records
    </p>
  );
}

/** Note that the map is outside the viewport, with a button that brings it back. */
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
