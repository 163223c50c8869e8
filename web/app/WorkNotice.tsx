import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { work } from "../graphql/client.ts";
import { count } from "../shared/format.ts";

/** Notice while a person's heavy computations take long on the server: how many run and wait, and a way to cancel. */
export function WorkNotice() {
  const state = useSyncExternalStore(work.subscribe, work.now);
  if (state === null) return null;
  return (
    <div className="app-notice" role="status">
      <p>
        <strong>Calculating.</strong> {count(state.running, "calculation")} running
        {state.waiting > 0 && `, ${state.waiting} waiting: two of yours run at once`}.
      </p>
      <Button size="compact-xs" variant="default" onClick={work.cancel}>
        Cancel
      </Button>
    </div>
  );
}
