import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { droppedSearchParams } from "./dropped-search-params.ts";

/** Notice that names the invalid values of a link (a date, a lens); the rest of the link is applied. */
export function DroppedSearchParamsNotice() {
  const dropped = useSyncExternalStore(droppedSearchParams.subscribe, droppedSearchParams.now);
  if (dropped.length === 0) return null;
  return (
    <div className="app-notice" role="status">
      <p>
        This link contains invalid values, which were ignored:{" "}
        {dropped.map(({ name, value }, index) => (
          <span key={name}>
            {index > 0 && ", "}
            {name} “<bdi>{value.length > 60 ? `${value.slice(0, 59)}…` : value}</bdi>”
          </span>
        ))}
        .
      </p>
      <Button size="compact-xs" variant="default" onClick={droppedSearchParams.forget}>
        Dismiss
      </Button>
    </div>
  );
}
