import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { connection, rateLimit } from "../graphql/client.ts";
import { clock, clockWithSeconds } from "../shared/format.ts";
import { useReason } from "../shared/use-reason.ts";

/**
 * A line above every page while the server does not answer, asks to wait, or knows the reader no more; nothing while all
 * is well. It stands in the flow of the page and covers nothing.
 */
export function ConnectionNotice() {
  const state = useSyncExternalStore(connection.subscribe, connection.now);
  const resumesAt = useSyncExternalStore(rateLimit.subscribe, rateLimit.now);
  const reason = useReason(state.kind === "lost");
  if (state.kind === "well")
    return resumesAt === null ? null : (
      <div className="app-notice" role="status">
        <p>
          <strong>Request limit reached.</strong> You have sent as many requests as one person may send in a minute.
          This page continues by itself at {clockWithSeconds(resumesAt)}.
        </p>
      </div>
    );
  const since = clock(state.since);
  return (
    <div className="app-notice connection" role="alert">
      {state.kind === "lost" ? (
        <p>
          <strong>No connection since {since}.</strong> {reason} What you see can be used as it stood then. What you
          drag is kept in this tab and stored when the server answers again.
        </p>
      ) : (
        <p>
          <strong>You are signed out since {since}.</strong> Open a new one-time link in another tab, then come back:
          what you see and what you dragged is kept. Whoever runs the server makes one by{" "}
          <code>npm run invite -- "Your name"</code>
        </p>
      )}
      <Button size="compact-xs" variant="default" onClick={connection.again}>
        Try now
      </Button>
    </div>
  );
}
