import { Button } from "@mantine/core";
import type { CombinedError } from "urql";
import { describeFailure } from "../../graphql/client.ts";

/** Error in place of a figure that could not be loaded: unknown, which is not the same as none. */
export function Unread({ error, onRetry }: { error: CombinedError; onRetry(options: object): void }) {
  return (
    <div role="alert">
      <p className="quiet">Could not be loaded. {describeFailure(error).detail}</p>
      <Button size="compact-xs" variant="default" mt={4} onClick={() => onRetry({ requestPolicy: "network-only" })}>
        Try again
      </Button>
    </div>
  );
}
