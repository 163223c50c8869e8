import { Button } from "@mantine/core";
import { formatDate } from "../shared/format.ts";
import { useKnownOn } from "./AsKnown.tsx";

/** Notice above every page that shows what was known earlier, with the way back. */
export function AsKnownNotice({ onPresent }: { onPresent(): void }) {
  const on = useKnownOn();
  if (on === null) return null;
  return (
    <div className="app-notice" role="status">
      <p>
        <strong>As known on {formatDate(on)}.</strong> All facts, scores and maps are shown as they were recorded by the
        end of that day (UTC). Nothing can be changed here.
      </p>
      <Button size="compact-xs" variant="default" onClick={onPresent}>
        Show what is known now
      </Button>
    </div>
  );
}
