import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { lostParameters } from "./dropped-search-params.ts";

/** Says what a link asked for that does not exist (a date, a lens); the rest of it is shown. */
export function DroppedSearchParamsNotice() {
  const lost = useSyncExternalStore(lostParameters.subscribe, lostParameters.now);
  if (lost.length === 0) return null;
  return (
    <div className="app-notice" role="status">
      <p>
        This link asks for what does not exist:{" "}
        {lost.map(({ name, value }, index) => (
          <span key={name}>
            {index > 0 && ", "}
            {name} “<bdi>{value.length > 60 ? `${value.slice(0, 59)}…` : value}</bdi>”
          </span>
        ))}
        . This is the rest of it.
      </p>
      <Button size="compact-xs" variant="default" onClick={lostParameters.forget}>
        Understood
      </Button>
    </div>
  );
}
