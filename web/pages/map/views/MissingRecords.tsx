import { Button } from "@mantine/core";
import { useMemo } from "react";
import { goneFrom } from "../../../map/model/focus/removed-records.ts";
import { count } from "../../../shared/format.ts";
import { useMap } from "../map-context.ts";

/** A link to records that have gone opens what is left of it, and says so. */
export function MissingRecords() {
  const { whole, search, act } = useMap();
  const there = useMemo(() => new Set(whole.nodes.map(({ id }) => id)), [whole]);
  const gone = goneFrom(search, (id) => there.has(id));
  // Of a map that holds only a part of the ecosystem nobody knows what is gone.
  if (gone.count === 0 || whole.truncated) return null;
  return (
    <div className="map-notice" role="status">
      <p>
        {count(gone.count, "record")} that this link names {gone.count === 1 ? "is" : "are"} no longer in this
        ecosystem. This is the rest of the link.
      </p>
      <Button size="compact-xs" variant="default" onClick={() => act("Forget what is gone", gone.without)}>
        {gone.count === 1 ? "Forget it" : "Forget them"}
      </Button>
    </div>
  );
}
