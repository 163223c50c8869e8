import { waitingText } from "../shared/waiting-text.ts";
import type { Outcome, SubmitOptions } from "./outcome.ts";
import type { RecordChanges } from "./record-changes.ts";
import type { RecordEdit } from "./record-edits.ts";

/** As an outcome; "queued": there is no connection, so the change waits in the browser and is sent later. */
export type FormOutcome = Outcome | { kind: "queued" };

/** What is said as a form closes; null where the person chose somebody else's values: nothing of it was stored. */
export function saidOf(outcome: Exclude<FormOutcome, { kind: "refused" }>, done: string): string | null {
  if (outcome.kind === "queued") return waitingText;
  return outcome.kind === "stored" ? done : null;
}

interface FormOptions extends Omit<SubmitOptions, "now" | "showsErrors"> {
  /** Whether the form still shows errors: one that can be left while it is submitted says so. */
  isThere?: () => boolean;
}

/** Submits what a form holds at once, and does not keep the form waiting for a connection. */
export function submitForm(
  changes: RecordChanges,
  edits: readonly RecordEdit[],
  { isThere = () => true, ...options }: FormOptions,
): Promise<FormOutcome> {
  const { queue } = changes;
  let isWaiting = true;
  const stored = changes.submit(edits, { ...options, now: true, showsErrors: () => isWaiting && isThere() });
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
