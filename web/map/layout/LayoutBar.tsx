import { Button } from "@mantine/core";
import type { Settling } from "./use-settling.ts";
import "./layout-bar.css";

/** Progress of a long layout, with a button that cancels it. */
export function LayoutBar({ settling: { share, cancel, failure } }: { settling: Settling }) {
  if (failure)
    return (
      <p className="layout-bar" role="alert">
        {failure}
      </p>
    );
  if (share === null) return null;
  return (
    <div className="layout-bar">
      <label>
        Calculating layout
        <progress value={share} />
      </label>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}
