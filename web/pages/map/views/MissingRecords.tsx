import { Button } from "@mantine/core";
import { useMemo } from "react";
import { removedFrom } from "../../../map/model/focus/removed-records.ts";
import { count } from "../../../shared/format.ts";
import { useMapActions, useMapState } from "../map-context.ts";

/** Notice for a link to removed records; the rest of the link is shown. */
export function MissingRecords() {
  const { whole, search } = useMapState();
  const { dispatch } = useMapActions();
  const there = useMemo(() => new Set(whole.nodes.map(({ id }) => id)), [whole]);
  const removed = removedFrom(search, (id) => there.has(id));
  // Of a truncated map it is unknown what was removed.
  if (removed.count === 0 || whole.truncated) return null;
  return (
    <div className="map-notice" role="status">
      <p>
        {count(removed.count, "record")} in this link no longer {removed.count === 1 ? "exists" : "exist"} in this
        ecosystem. The rest of the link is shown.
      </p>
      <Button size="compact-xs" variant="default" onClick={() => dispatch("Remove missing records", removed.without)}>
        Dismiss
      </Button>
    </div>
  );
}
