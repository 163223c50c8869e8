import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { connection, rateLimit } from "../graphql/client.ts";
import { clock, clockWithSeconds } from "../shared/format.ts";
import { useReason } from "../shared/use-reason.ts";

/**
 * Connection notice above every page while the server does not answer, asks to wait, or the session has ended; otherwise
 * nothing. It is part of the page's flow and covers nothing.
 */
export function ConnectionNotice() {
  const state = useSyncExternalStore(connection.subscribe, connection.now);
  const resumesAt = useSyncExternalStore(rateLimit.subscribe, rateLimit.now);
  const reason = useReason(state.kind === "lost");
  if (state.kind === "well")
    return resumesAt === null ? null : (
      <div className="app-notice" role="status">
        <p>
          <strong>Request limit reached.</strong> The server asked this page to wait. It continues by itself at{" "}
          {clockWithSeconds(resumesAt)}.
        </p>
      </div>
    );
  const since = clock(state.since);
  return (
    <div className="app-notice connection" role="alert">
      {state.kind === "lost" ? (
        <p>
          <strong>{state.isLimited ? `Too many requests since ${since}.` : `No connection since ${since}.`}</strong>{" "}
          {reason} You can keep working with the data that is loaded. Layout changes are kept in this tab and saved when
          the connection is back.
        </p>
      ) : (
        <p>
          <strong>You were signed out at {since}.</strong> Open a new one-time link in another tab, then return to this
          one: the page and your layout changes are kept. The server's operator creates a link with{" "}
          <code>npm run invite -- "Your name"</code>
        </p>
      )}
      <Button size="compact-xs" variant="default" onClick={connection.again}>
        Try again
      </Button>
    </div>
  );
}
