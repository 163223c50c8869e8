import type { Outcome, SubmitOptions } from "./outcome.ts";
import type { RecordChanges } from "./record-changes.ts";
import type { RecordEdit } from "./record-edits.ts";

/** As an outcome; "queued": there is no connection, so the change waits in the browser and is sent later. */
export type FormOutcome = Outcome | { kind: "queued" };

/** Submits what a form holds at once, and does not keep the form waiting for a connection. */
export function submitForm(
  changes: RecordChanges,
  edits: readonly RecordEdit[],
  options: Omit<SubmitOptions, "now" | "showsErrors">,
): Promise<FormOutcome> {
  const { queue } = changes;
  let isWaiting = true;
  const stored = changes.submit(edits, { ...options, now: true, showsErrors: () => isWaiting });
  return new Promise((settle) => {
    const check = () => {
      if (queue.state.trouble === null) return;
      isWaiting = false;
      stop();
      settle({ kind: "queued" });
    };
    const stop = queue.subscribe(check);
    void stored.then((outcome) => {
      stop();
      settle(outcome);
    });
  });
}
